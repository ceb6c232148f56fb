import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lapsedShare, shareOut } from "#domain/shares.ts";

const TERMS = { arbiterFeeBps: 500, silenceSellerBps: 5_000 };

describe("given the payment of a deal that closes", () => {
  it("when the outcome implies the split, then the event need not say it", () => {
    const share = (outcome: "completed" | "refunded" | "split") =>
      shareOut([101], TERMS, { outcome, feeEarned: false, sellerMinutes: [] })[0];
    expect(share("completed")).toEqual({ sellerMinutes: 101, buyerMinutes: 0, feeMinutes: 0, lapsedMinutes: 0 });
    expect(share("refunded")).toEqual({ sellerMinutes: 0, buyerMinutes: 101, feeMinutes: 0, lapsedMinutes: 0 });
    expect(share("split")).toEqual({ sellerMinutes: 50, buyerMinutes: 51, feeMinutes: 0, lapsedMinutes: 0 });
  });

  it("when an arbiter earned the fee, then it comes out of every id, rounded down", () => {
    const shares = shareOut([60, 39], TERMS, { outcome: "ruled", feeEarned: true, sellerMinutes: [10, 0] });
    expect(shares).toEqual([
      { sellerMinutes: 10, buyerMinutes: 47, feeMinutes: 3, lapsedMinutes: 0 },
      { sellerMinutes: 0, buyerMinutes: 38, feeMinutes: 1, lapsedMinutes: 0 },
    ]);
  });

  it("then seller, buyer, fee and what lapsed are always the whole payment", () => {
    const pots = fc.array(fc.record({ minutes: fc.nat(60_000), part: fc.nat(80) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pots, fc.nat(2_000), fc.boolean(), (pot, arbiterFeeBps, feeEarned) => {
        const minutes = pot.map((id) => id.minutes);
        const sellerMinutes = pot.map((id) => Math.floor((id.minutes * id.part) / 100));
        const shares = shareOut(minutes, { ...TERMS, arbiterFeeBps }, { outcome: "settled", feeEarned, sellerMinutes });
        for (const [index, share] of shares.entries()) {
          expect(Object.values(share).reduce((sum, part) => sum + part)).toBe(minutes[index]);
          expect(Math.min(...Object.values(share))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
    expect(lapsedShare(60)).toEqual({ sellerMinutes: 0, buyerMinutes: 0, feeMinutes: 0, lapsedMinutes: 60 });
  });
});
