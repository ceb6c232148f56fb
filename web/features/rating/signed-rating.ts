import type { Address, Hex } from "viem";

/** One rating as the rating book takes it. */
export type SignedRating = { rater: Address; stars: number; comment: Hex; signature: Hex };

/** @returns the sealed ratings of a deal in the form the rating book takes. */
export function asSigned(rows: readonly SignedRating[]): SignedRating[] {
  return rows.map(({ rater, stars, comment, signature }) => ({ rater, stars, comment, signature }));
}
