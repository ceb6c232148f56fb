import { isHex, size, type Hex } from "viem";
import { z } from "zod";
import { termsJsonSchema } from "#domain/terms-json.ts";
import { settlementJsonSchema } from "#web/features/deal/consent-payload.ts";
import { exchangeTimes, lastsAnHour, TOO_SHORT } from "#web/features/deal/exchange-times.ts";

export const dealIdField = z
  .string()
  .refine((value) => isHex(value) && size(value) === 32, "deal")
  .transform((value) => value.toLowerCase() as Hex);

export const signatureField = z
  .string()
  .refine((value) => isHex(value) && value.length > 2 && value.length <= 4_098, "signature")
  .transform((value) => value.toLowerCase() as Hex);

const words = z.string().trim().min(3, "wordsShort").max(4_000, "wordsLong");
const note = z.string().trim().max(500, "noteLong");

/** Words whose commitment is about to go on-chain. */
export const dealWordsSchema = z.object({
  dealId: dealIdField,
  kind: z.enum(["evidence", "reasons"], "kind"),
  body: words,
});

/** The new times (unix seconds) and words a party wants; the server draws the new terms up. */
export const amendmentDraftSchema = z
  .object({
    dealId: dealIdField,
    ...exchangeTimes,
    brief: z.string().trim().min(3, "briefShort").max(2_000, "briefLong"),
  })
  .refine(lastsAnHour, TOO_SHORT);

export const consentSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("amendment"),
    dealId: dealIdField,
    payload: termsJsonSchema,
    note,
    signature: signatureField,
  }),
  z.object({
    kind: z.literal("settlement"),
    dealId: dealIdField,
    payload: settlementJsonSchema,
    note,
    signature: signatureField,
  }),
]);

export const dropConsentSchema = z.object({ dealId: dealIdField, kind: z.enum(["amendment", "settlement"], "kind") });

export type DealWordsInput = z.output<typeof dealWordsSchema>;
export type AmendmentDraftInput = z.output<typeof amendmentDraftSchema>;
export type ConsentInput = z.output<typeof consentSchema>;
export type DropConsentInput = z.output<typeof dropConsentSchema>;
