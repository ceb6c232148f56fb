"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

/** A control with its label, what helps to fill it in, and what is wrong with it; all of it wired for screen readers. */
export function Field({
  label,
  description,
  error,
  optional = false,
  name,
  disabled,
  className,
  children,
}: {
  label: ReactNode;
  description?: ReactNode;
  /** The sentence to show; the field counts as invalid while there is one. */
  error?: ReactNode;
  optional?: boolean | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  /** One control: Input, Textarea, Select, Switch or RadioGroup. */
  children: ReactNode;
}) {
  const t = useTranslations("ui.field");
  return (
    <BaseField.Root
      {...(name === undefined ? {} : { name })}
      disabled={disabled ?? false}
      invalid={Boolean(error)}
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <BaseField.Label className="flex items-baseline justify-between gap-3 text-sm font-semibold">
        <span>{label}</span>
        {optional ? <span className="font-normal text-soft">{t("optional")}</span> : null}
      </BaseField.Label>
      {children}
      {description ? <BaseField.Description className="text-sm text-soft">{description}</BaseField.Description> : null}
      {error ? (
        <BaseField.Error match className="flex items-start gap-1.5 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </BaseField.Error>
      ) : null}
    </BaseField.Root>
  );
}
