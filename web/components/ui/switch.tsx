"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import type { ReactNode } from "react";

/** On or off, at once. The whole line can be pressed. */
export function Switch({
  name,
  checked,
  defaultChecked,
  onCheckedChange,
  disabled = false,
  detail,
  children,
}: {
  name?: string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  disabled?: boolean | undefined;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 items-start justify-between gap-4 py-2.5">
      <span>
        {children}
        {detail ? <span className="block text-sm text-soft">{detail}</span> : null}
      </span>
      <BaseSwitch.Root
        disabled={disabled}
        {...(name === undefined ? {} : { name })}
        {...(checked === undefined ? {} : { checked })}
        {...(defaultChecked === undefined ? {} : { defaultChecked })}
        onCheckedChange={(next) => onCheckedChange?.(next)}
        className="inline-flex h-7 w-12 shrink-0 rounded-full border border-edge bg-sunk p-0.75 transition-colors data-checked:border-brand data-checked:bg-brand data-disabled:opacity-55"
      >
        <BaseSwitch.Thumb className="size-5 rounded-full bg-edge transition-[translate,background-color] duration-150 ease-settle data-checked:translate-x-5 data-checked:bg-on-brand rtl:data-checked:-translate-x-5" />
      </BaseSwitch.Root>
    </label>
  );
}
