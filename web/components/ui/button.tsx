"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { classNames } from "#web/components/class-names.ts";
import { type ButtonSize, buttonStyle, type ButtonVariant } from "#web/components/ui/button-style.ts";
import { Spinner } from "#web/components/ui/spinner.tsx";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  className?: string | undefined;
  /** One primary a view; danger for what takes something away. */
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
  /** Working on it: cannot be pressed again, keeps the focus, says so to a screen reader. */
  pending?: boolean | undefined;
};

export function Button({ variant, size, wide, pending, disabled, className, children, ...rest }: ButtonProps) {
  const t = useTranslations("ui.button");
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={Boolean(disabled) || Boolean(pending)}
      focusableWhenDisabled={pending === true}
      aria-busy={pending ? true : undefined}
      className={classNames(buttonStyle({ variant, size, wide }), className)}
    >
      {pending ? (
        <>
          <Spinner />
          <span className="sr-only">{t("pending")}</span>
        </>
      ) : null}
      {children}
    </BaseButton>
  );
}
