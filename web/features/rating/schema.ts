import { z } from "zod";
import { dealIdField, signatureField } from "#web/features/deal/schema.ts";

const body = z.string().trim().max(1_000, "wordsLong");

/** Words of a rating (may be none) or of a reply, whose commitment is about to be signed or sent. */
export const ratingWordsSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("comment"), dealId: dealIdField, body }),
  z.object({ kind: z.literal("reply"), dealId: dealIdField, body: body.min(3, "wordsShort") }),
]);

export const sealRatingSchema = z.object({
  dealId: dealIdField,
  stars: z.number("stars").int("stars").min(1, "stars").max(5, "stars"),
  /** What `ratingWords` answered. */
  comment: dealIdField,
  signature: signatureField,
});

export type RatingWordsInput = z.output<typeof ratingWordsSchema>;
export type SealRatingInput = z.output<typeof sealRatingSchema>;
