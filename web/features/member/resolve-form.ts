import type { FieldErrors as FormErrors, FieldValues, ResolverResult } from "react-hook-form";
import type { FieldErrors } from "#web/lib/errors.ts";

/**
 * What a form's check found, as react-hook-form wants it. A wrong item of a list counts for the whole list.
 * @param fields sentence keys by path, joined by dots; empty where nothing is wrong
 */
export function resolveForm<Values extends FieldValues>(values: Values, fields: FieldErrors): ResolverResult<Values> {
  const problems = Object.entries(fields).reverse();
  if (problems.length === 0) return { values, errors: {} };
  const errors = problems.map(([path, message]) => [path.split(".")[0], { type: "check", message }]);
  return { values: {}, errors: Object.fromEntries(errors) as FormErrors<Values> };
}
