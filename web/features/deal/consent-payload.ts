import { isHex, size, type Hex } from "viem";
import { z } from "zod";
import { termsFromJson, termsToJson } from "#domain/terms-json.ts";
import type { Terms } from "#domain/terms.ts";
import type { Settlement } from "#domain/typed-data.ts";

const bytes32 = z
  .string()
  .refine((value) => isHex(value) && size(value) === 32)
  .transform((value) => value as Hex);
const uint = z
  .string()
  .regex(/^\d{1,78}$/)
  .transform(BigInt);

/** A settlement as JSON: numbers of the chain as decimal strings. */
export const settlementJsonSchema = z.object({
  dealId: bytes32,
  sellerMinutes: z.array(uint).min(1).max(8).readonly(),
  ruling: bytes32,
  nonce: uint,
  validUntil: z.number().int().positive(),
}) satisfies z.ZodType<Settlement>;

export function settlementToJson(settlement: Settlement): z.input<typeof settlementJsonSchema> {
  return { ...settlement, sellerMinutes: settlement.sellerMinutes.map(String), nonce: String(settlement.nonce) };
}

/** What a consent of each kind is about. */
export type ConsentPayload = { kind: "amendment"; newTerms: Terms } | { kind: "settlement"; settlement: Settlement };

/** @returns the payload as the table keeps it. */
export function payloadToJson(payload: ConsentPayload): Record<string, unknown> {
  return payload.kind === "amendment" ? termsToJson(payload.newTerms) : settlementToJson(payload.settlement);
}

/** Reads what `payloadToJson` wrote. */
export function payloadFromJson(kind: ConsentPayload["kind"], json: unknown): ConsentPayload {
  return kind === "amendment"
    ? { kind, newTerms: termsFromJson(json) }
    : { kind, settlement: settlementJsonSchema.parse(json) };
}
