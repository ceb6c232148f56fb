import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "#web/components/class-names.ts";

/** A link inside a sentence. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "rounded-sm underline decoration-edge decoration-1 underline-offset-4 hover:decoration-current",
        className,
      )}
    />
  );
}
