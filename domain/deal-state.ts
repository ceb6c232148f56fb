/** What is stored of a deal's life; the contract's `Status` in its order, without None. */
export const DEAL_STATUSES = [
  "pending",
  "active",
  "delivered",
  "disputed",
  "ruled",
  "escalated",
  "closed",
  "voided",
] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** How a deal closed; the contract's `Outcome` in its order, without None. */
export const DEAL_OUTCOMES = ["completed", "refunded", "settled", "ruled", "split", "amended"] as const;
export type DealOutcome = (typeof DEAL_OUTCOMES)[number];

/** What the chain knows of a deal beside its terms. A row of the index's `deal` is one. Unix seconds. */
export type DealState = {
  status: DealStatus;
  /** Null until the deal is closed. */
  outcome: DealOutcome | null;
  /** deliverFrom until the delivery, then the start of the stage, then the closing. */
  since: number;
  /** Delivered or confirmed at some time, so it can be rated. */
  rateable: boolean;
  /** The seller's minutes per id of the first ruling that stands; null where there is none. */
  ruling: readonly number[] | null;
};

/** Which sides have rated and replied, as `RatingBook.ratedBy` says. */
export type RatedSides = {
  buyer: boolean;
  seller: boolean;
  /** The buyer has answered the seller's rating. */
  buyerReplied: boolean;
  /** The seller has answered the buyer's rating. */
  sellerReplied: boolean;
};

/** The contract's `Deal` struct, as `dealOf` returns it. */
export type StoredDeal = { status: number; flags: number; since: number };

const OUTCOME_BITS = 0b0111;
const RATEABLE_BIT = 0b1000;

/**
 * Reads what `dealOf` returns.
 * @param ruling the standing ruling's amounts: the contract stores only their hash, the `Ruled` event says them
 * @returns the deal's state, or null where the escrow knows no such deal
 */
export function readStoredDeal(stored: StoredDeal, ruling: readonly number[] | null): DealState | null {
  const status = DEAL_STATUSES[stored.status - 1];
  if (status === undefined) return null;
  return {
    status,
    outcome: DEAL_OUTCOMES[(stored.flags & OUTCOME_BITS) - 1] ?? null,
    since: stored.since,
    rateable: (stored.flags & RATEABLE_BIT) !== 0,
    ruling,
  };
}
