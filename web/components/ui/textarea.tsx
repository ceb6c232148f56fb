"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { classNames } from "#web/components/class-names.ts";
import { CONTROL_STYLE } from "#web/components/ui/control-style.ts";

/** Several lines of text, growing with what is written. */
export function Textarea({
  className,
  ...rest
}: Omit<ComponentProps<"textarea">, "className"> & { className?: string | undefined }) {
  return (
    <Field.Control
      render={
        <textarea
          {...rest}
          className={classNames(CONTROL_STYLE, "field-sizing-content min-h-28 leading-relaxed", className)}
        />
      }
    />
  );
}
