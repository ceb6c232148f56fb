import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { reputationEntries, type ClosedDeal, type GivenRating } from "#domain/reputation-entries.ts";
import { BUYER, NOW, SELLER } from "./example-deal.ts";

function closedDeal(changes: Partial<ClosedDeal>): ClosedDeal {
  return {
    id: zeroHash,
    buyer: BUYER,
    seller: SELLER,
    outcome: "completed",
    accepted: true,
    defaulted: false,
    minutes: 120,
    sellerMinutes: 0,
    buyerMinutes: 0,
    closedAt: NOW,
    ...changes,
  };
}

/** The qualities of buyer and seller, in hundredths; null where the deal does not count. */
function qualities(changes: Partial<ClosedDeal>, ratings: GivenRating[] = []) {
  const entries = reputationEntries(closedDeal(changes), ratings);
  const of = (member: string) => {
    const entry = entries.find((candidate) => candidate.member === member);
    return entry ? (100 * entry.got) / entry.claimed : null;
  };
  return { buyer: of(BUYER), seller: of(SELLER) };
}

describe("how a closed deal counts", () => {
  const nobody = { buyer: null, seller: null };

  it("for nobody: never accepted, amended, split by silence, given back by the seller", () => {
    expect(qualities({ accepted: false, outcome: "refunded" })).toEqual(nobody);
    expect(qualities({ outcome: "amended" })).toEqual(nobody);
    expect(qualities({ outcome: "split" })).toEqual(nobody);
    expect(qualities({ outcome: "refunded" }, [{ rater: BUYER, stars: 1 }])).toEqual(nobody);
  });

  it("as nothing for a seller who let it default, and not for the buyer", () => {
    expect(qualities({ outcome: "refunded", defaulted: true })).toEqual({ buyer: null, seller: 0 });
  });

  it.each(["ruled", "settled"] as const)("%s: by the share awarded, whatever the ratings", (outcome) => {
    const shares = { sellerMinutes: 30, buyerMinutes: 84 };
    expect(qualities({ outcome, ...shares }, [{ rater: BUYER, stars: 5 }])).toEqual({ buyer: 70, seller: 25 });
  });

  it("completed: by the other's stars, 75 without them", () => {
    expect(qualities({})).toEqual({ buyer: 75, seller: 75 });
    const stars = [1, 2, 3, 4, 5].map((given) => qualities({}, [{ rater: BUYER, stars: given }]).seller);
    expect(stars).toEqual([0, 25, 50, 75, 100]);
    expect(qualities({}, [{ rater: SELLER, stars: 5 }])).toEqual({ buyer: 100, seller: 75 });
  });

  it("with the whole payment, the closing and the other side", () => {
    expect(reputationEntries(closedDeal({}), [])).toEqual([
      { dealId: zeroHash, member: BUYER, peer: SELLER, minutes: 120, closedAt: NOW, got: 75, claimed: 100 },
      { dealId: zeroHash, member: SELLER, peer: BUYER, minutes: 120, closedAt: NOW, got: 75, claimed: 100 },
    ]);
  });
});
