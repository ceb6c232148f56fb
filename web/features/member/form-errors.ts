import type { FieldErrors as FormErrors, FieldValues } from "react-hook-form";
import type { FieldErrors } from "#web/lib/errors.ts";

/** What is wrong as react-hook-form keeps it. A wrong item of a list counts for the whole list. */
export function toFormErrors<Values extends FieldValues>(fields: FieldErrors): FormErrors<Values> {
  return Object.fromEntries(
    Object.entries(fields)
      .reverse()
      .map(([path, message]) => [path.split(".")[0], { type: "check", message }]),
  ) as FormErrors<Values>;
}
