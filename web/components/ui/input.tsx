"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";
import { CONTROL_STYLE } from "#web/components/ui/control-style.ts";

/** One line of text. Inside a Field it takes label, description and error from it. */
export function Input({
  className,
  suffix,
  ...rest
}: Omit<ComponentProps<"input">, "className" | "size"> & {
  className?: string | undefined;
  /** Stands behind what is typed: a unit. */
  suffix?: ReactNode;
}) {
  const input = (
    <BaseInput {...rest} className={classNames(CONTROL_STYLE, Boolean(suffix) && "pe-16 tabular-nums", className)} />
  );
  if (!suffix) return input;
  return (
    <span className="relative block">
      {input}
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-3.5 inset-y-0 flex items-center text-soft"
      >
        {suffix}
      </span>
    </span>
  );
}
