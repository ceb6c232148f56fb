"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { classNames } from "#web/components/class-names.ts";

export type RadioOption = { value: string; label: ReactNode; detail?: ReactNode; disabled?: boolean };

/** One of a few, all in sight, each with room for what it means. */
export function RadioGroup({
  legend,
  options,
  name,
  value,
  defaultValue,
  onValueChange,
  columns = 1,
}: {
  legend: ReactNode;
  options: RadioOption[];
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  /** Side by side where there is room. */
  columns?: 1 | 2 | 3 | undefined;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <span id={id} className="text-sm font-semibold">
        {legend}
      </span>
      <BaseRadioGroup
        aria-labelledby={id}
        {...(name === undefined ? {} : { name })}
        {...(value === undefined ? {} : { value })}
        {...(defaultValue === undefined ? {} : { defaultValue })}
        onValueChange={(next) => onValueChange?.(String(next))}
        className={classNames("grid gap-2", columns === 2 && "sm:grid-cols-2", columns === 3 && "sm:grid-cols-3")}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-3 rounded-control border border-line bg-raised p-3 transition-colors hover:border-edge has-data-checked:border-brand has-data-checked:bg-brand-tint has-data-disabled:opacity-55"
          >
            <Radio.Root
              value={option.value}
              disabled={option.disabled ?? false}
              className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-edge bg-raised data-checked:border-brand"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-brand" />
            </Radio.Root>
            <span className="min-w-0">
              <span className="font-medium">{option.label}</span>
              {option.detail ? <span className="block text-sm text-soft">{option.detail}</span> : null}
            </span>
          </label>
        ))}
      </BaseRadioGroup>
    </div>
  );
}
