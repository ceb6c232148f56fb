import type { Address, Hex } from "viem";
import { sameAddress } from "./address.ts";
import type { DealOutcome } from "./deal-state.ts";

/** One closed deal as it counts for one side: its quality is 100 · got / claimed. */
export type ReputationEntry = {
  dealId: Hex;
  /** Whose reputation it counts for. */
  member: Address;
  /** The other side. */
  peer: Address;
  /** The whole payment. */
  minutes: number;
  /** Unix seconds. */
  closedAt: number;
  got: number;
  claimed: number;
};

/** What reputation reads of a closed deal. */
export type ClosedDeal = {
  id: Hex;
  buyer: Address;
  seller: Address;
  outcome: DealOutcome;
  /** Whether the seller had accepted, by signature or by `accept`; a proposal that never was counts for nobody. */
  accepted: boolean;
  /** Refunded by silence while active: the seller did not deliver. */
  defaulted: boolean;
  /** The whole payment. */
  minutes: number;
  /** What the ruling, concession or settlement awards each side; read only where the outcome is one of these. */
  sellerMinutes: number;
  buyerMinutes: number;
  /** Unix seconds. */
  closedAt: number;
};

/** What reputation reads of a rating. */
export type GivenRating = { rater: Address; stars: number };

type Quality = { got: number; claimed: number };

const LOST: Quality = { got: 0, claimed: 100 };
const UNRATED: Quality = { got: 75, claimed: 100 };

/**
 * How a closed deal counts for its two sides.
 * @param ratings those given in this deal
 * @returns the buyer's entry, the seller's, both or none
 */
export function reputationEntries(deal: ClosedDeal, ratings: readonly GivenRating[]): ReputationEntry[] {
  return (["buyer", "seller"] as const).flatMap((side): ReputationEntry[] => {
    const peer = deal[side === "buyer" ? "seller" : "buyer"];
    const stars = ratings.find(({ rater }) => sameAddress(rater, peer))?.stars;
    const quality = qualityFor(deal, side, stars);
    if (quality === null) return [];
    const { id: dealId, minutes, closedAt } = deal;
    return [{ dealId, member: deal[side], peer, minutes, closedAt, ...quality }];
  });
}

/** The first line of the rule that fits; null where the deal does not count for this side. */
function qualityFor(deal: ClosedDeal, side: "buyer" | "seller", stars: number | undefined): Quality | null {
  if (!deal.accepted) return null;
  switch (deal.outcome) {
    case "amended":
    case "split":
      return null;
    case "refunded":
      return deal.defaulted && side === "seller" ? LOST : null;
    case "ruled":
    case "settled":
      return { got: side === "seller" ? deal.sellerMinutes : deal.buyerMinutes, claimed: deal.minutes };
    case "completed":
      return stars === undefined ? UNRATED : { got: 25 * (stars - 1), claimed: 100 };
  }
}
