import { isAddress, isHex, size, type Address, type Hex } from "viem";
import { z } from "zod";
import type { Terms } from "./terms.ts";

const address = z
  .string()
  .refine((value) => isAddress(value, { strict: false }))
  .transform((value) => value.toLowerCase() as Address);
const bytes32 = z
  .string()
  .refine((value) => isHex(value) && size(value) === 32)
  .transform((value) => value.toLowerCase() as Hex);
const uint = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform(BigInt);
const whole = z.number().int().nonnegative();

/** Terms as JSON: ids and amounts as decimal strings, everything else as in `Terms`. */
export const termsJsonSchema = z.object({
  buyer: address,
  seller: address,
  arbiter: address,
  appealArbiter: address,
  ids: z.array(uint).readonly(),
  amounts: z.array(uint).readonly(),
  acceptBy: whole,
  deliverFrom: whole,
  deliverBy: whole,
  reviewWindow: whole,
  rulingWindow: whole,
  appealWindow: whole,
  arbiterFeeBps: whole,
  silenceSellerBps: whole,
  brief: bytes32,
  salt: bytes32,
}) satisfies z.ZodType<Terms>;

/** @returns `terms` as a value JSON can hold. */
export function termsToJson(terms: Terms): z.input<typeof termsJsonSchema> {
  return { ...terms, ids: terms.ids.map(String), amounts: terms.amounts.map(String) };
}

/**
 * Reads what `termsToJson` wrote.
 * @returns addresses and hashes in lower case
 * @throws ZodError where the value is no terms
 */
export function termsFromJson(value: unknown): Terms {
  return termsJsonSchema.parse(value);
}
