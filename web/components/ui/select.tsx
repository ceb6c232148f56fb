"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";
import { CONTROL_STYLE } from "#web/components/ui/control-style.ts";

export type SelectOption = { value: string; label: string; detail?: ReactNode };

/**
 * One of several, in a list that opens. In a form it answers under `name`; controlled by `value` and `onValueChange`.
 * Inside a Field it takes its label from it; elsewhere give `label`.
 */
export function Select({
  options,
  name,
  value,
  defaultValue,
  onValueChange,
  placeholder,
  label,
  required = false,
  disabled = false,
  className,
}: {
  options: SelectOption[];
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  label?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}) {
  const t = useTranslations("ui.select");
  return (
    <BaseSelect.Root
      items={options}
      required={required}
      disabled={disabled}
      {...(name === undefined ? {} : { name })}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onValueChange={(next: string | null) => {
        if (next !== null) onValueChange?.(next);
      }}
    >
      <BaseSelect.Trigger
        aria-label={label}
        className={classNames(
          CONTROL_STYLE,
          "flex items-center justify-between gap-3 text-start select-none",
          className,
        )}
      >
        <BaseSelect.Value
          placeholder={placeholder ?? t("placeholder")}
          className="truncate data-placeholder:text-soft"
        />
        <BaseSelect.Icon className="shrink-0 text-soft">
          <ChevronDown aria-hidden="true" className="size-4" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-60 outline-none">
          <BaseSelect.Popup className="max-h-[min(22rem,var(--available-height))] min-w-(--anchor-width) origin-(--transform-origin) overflow-y-auto rounded-card border border-line bg-raised p-1.5 text-ink shadow-float outline-none transition-[scale,opacity] duration-150 ease-settle data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                className="grid min-h-11 cursor-default grid-cols-[1fr_1rem] items-center gap-3 rounded-[0.625rem] px-3 py-1.5 outline-none select-none data-highlighted:bg-sunk"
              >
                <span>
                  <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                  {option.detail ? <span className="block text-sm text-soft">{option.detail}</span> : null}
                </span>
                <BaseSelect.ItemIndicator>
                  <Check aria-hidden="true" className="size-4 text-brand" />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
