import type { z } from "zod";
import type { FieldErrors } from "#web/lib/errors.ts";

/** @returns the sentence key of every wrong field by its path, joined by dots. */
export function nameFields(error: z.ZodError): FieldErrors {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}

/** Checks a form before it is sent. @returns what `schema` finds wrong, as the server would name it; empty if nothing */
export function fieldErrorsOf(schema: z.ZodType, input: unknown): FieldErrors {
  const result = schema.safeParse(input);
  return result.success ? {} : nameFields(result.error);
}
