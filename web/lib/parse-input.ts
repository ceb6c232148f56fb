import type { z } from "zod";
import { AppError } from "#web/lib/errors.ts";
import { nameFields } from "#web/lib/field-errors.ts";
import { isWhole } from "#web/lib/text-schema.ts";

/**
 * Checks what came from outside. The message of each zod check is the key of its sentence, and becomes the field's.
 * @throws AppError `invalid_input` naming every wrong field by its path, joined by dots
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw new AppError("invalid_input", { fields: nameFields(result.error) });
  // Where a field has no sentence for it, half a character is refused all the same.
  if (!isWhole(result.data)) throw new AppError("invalid_input");
  return result.data;
}
