import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "#web/components/class-names.ts";
import { type ButtonSize, buttonStyle, type ButtonVariant } from "#web/components/ui/button-style.ts";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  wide,
  className,
  ...rest
}: ComponentProps<typeof Link> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  wide?: boolean | undefined;
}) {
  return <Link {...rest} className={classNames(buttonStyle({ variant, size, wide }), className)} />;
}
