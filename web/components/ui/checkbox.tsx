"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

/** Yes or no, answered when the form is sent. The whole line can be pressed. */
export function Checkbox({
  name,
  value,
  checked,
  defaultChecked,
  onCheckedChange,
  required = false,
  disabled = false,
  detail,
  children,
}: {
  name?: string | undefined;
  value?: string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-2.5">
      <BaseCheckbox.Root
        required={required}
        disabled={disabled}
        {...(name === undefined ? {} : { name })}
        {...(value === undefined ? {} : { value })}
        {...(checked === undefined ? {} : { checked })}
        {...(defaultChecked === undefined ? {} : { defaultChecked })}
        onCheckedChange={(next) => onCheckedChange?.(next)}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-md border border-edge bg-raised text-on-brand transition-colors data-checked:border-brand data-checked:bg-brand data-disabled:opacity-55"
      >
        <BaseCheckbox.Indicator>
          <Check aria-hidden="true" className="size-4" strokeWidth={3} />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span>
        {children}
        {detail ? <span className="block text-sm text-soft">{detail}</span> : null}
      </span>
    </label>
  );
}
