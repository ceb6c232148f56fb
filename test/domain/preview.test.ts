import fc from "fast-check";
import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { InvalidSplit, previewEnding, type Ending } from "#domain/preview.ts";
import { findSplitProblem, mostSellerMinutes, potMinutes, rulingHash } from "#domain/split.ts";
import { latestOpenSecond } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import {
  anyPayment,
  APPEAL_ARBITER,
  ARBITER,
  BUYER,
  DAY,
  exampleDeal,
  exampleTerms,
  NOW,
  SELLER,
  STRANGER,
} from "./example-deal.ts";

const DISPUTED = exampleDeal({ status: "disputed", since: NOW, rateable: true });
const DAY_TOKEN = { ids: [packTokenId({ issuer: STRANGER, unit: "day", expiry: 0 })], amounts: [1n] };
const TERMS = exampleTerms(DAY_TOKEN);

describe("a split", () => {
  it("is refused where it does not fit the payment", () => {
    const most = [1_440 - 72];
    expect(mostSellerMinutes(TERMS, true)).toEqual(most);
    expect(findSplitProblem(TERMS, [1_368], true)).toBeNull();
    expect(findSplitProblem(TERMS, [1_369], true)).toEqual({ index: 0, most: 1_368 });
    expect(findSplitProblem(TERMS, [1_440], false)).toBeNull();
    expect(findSplitProblem(TERMS, [1, 1], false)).toEqual({ index: 2, most: 0 });
    expect(findSplitProblem(TERMS, [0.5], false)).toEqual({ index: 0, most: 1_440 });
    expect(findSplitProblem(TERMS, [-1], false)).toEqual({ index: 0, most: 1_440 });
  });

  it("has the hash of its abi encoding", () => {
    expect(rulingHash([])).toBe("0x569e75fc77c1a856f6daaf9e69d8a9566ca34aa47f9133711ce065a571af0cfd");
    expect(rulingHash([1, 2])).not.toBe(rulingHash([2, 1]));
  });
});

describe("the preview of an ending", () => {
  it("refuses a ruling that leaves no room for the fee, and a closed deal's silence", () => {
    expect(() => previewEnding(DISPUTED, TERMS, { kind: "rule", sellerMinutes: [1_440] }, NOW)).toThrow(InvalidSplit);
    const closed = exampleDeal({ status: "closed", outcome: "completed" });
    expect(() => previewEnding(closed, TERMS, { kind: "silence" }, NOW)).toThrow(RangeError);
  });

  it("gives the seller everything on confirming, the buyer on refunding, without a fee", () => {
    expect(previewEnding(exampleDeal(), TERMS, { kind: "confirm" }, NOW)).toMatchObject({
      outcome: "completed",
      feeTo: null,
      total: { sellerMinutes: 1_440, buyerMinutes: 0, feeMinutes: 0, redeemedMinutes: 0 },
    });
    expect(previewEnding(exampleDeal(), TERMS, { kind: "refund" }, NOW)).toMatchObject({
      outcome: "refunded",
      total: { sellerMinutes: 0, buyerMinutes: 1_440, feeMinutes: 0 },
    });
  });

  it("takes the fee of a ruling out of the pot first, whoever wins", () => {
    const preview = previewEnding(DISPUTED, TERMS, { kind: "rule", sellerMinutes: [820] }, NOW);
    expect(preview).toMatchObject({
      outcome: "ruled",
      feeTo: ARBITER,
      total: { sellerMinutes: 820, buyerMinutes: 548, feeMinutes: 72 },
    });
  });

  it("pays the arbiter whose ruling it is, and none where there is no fee", () => {
    const ruling: Ending = { kind: "rule", sellerMinutes: [0] };
    const ruled = exampleDeal({ status: "ruled", since: NOW, ruling: [0] });
    const late = NOW + TERMS.rulingWindow + 1;
    expect(previewEnding(DISPUTED, TERMS, ruling, late).feeTo).toBe(APPEAL_ARBITER);
    expect(previewEnding(ruled, TERMS, ruling, NOW).feeTo).toBe(APPEAL_ARBITER);
    expect(previewEnding(exampleDeal(), TERMS, ruling, NOW).feeTo).toBe(ARBITER);
    expect(previewEnding(DISPUTED, { ...TERMS, arbiterFeeBps: 0 }, ruling, NOW).feeTo).toBeNull();
  });

  it("pays a standing ruling's arbiter when the parties settle or one concedes, and nobody before", () => {
    const ruled = exampleDeal({ status: "ruled", since: NOW, ruling: [100] });
    const lost = (by: "buyer" | "seller", deal = ruled) => previewEnding(deal, TERMS, { kind: "concede", by }, NOW);
    expect(lost("buyer")).toMatchObject({ outcome: "ruled", feeTo: ARBITER, total: { sellerMinutes: 1_368 } });
    expect(lost("seller").total).toMatchObject({ sellerMinutes: 0, buyerMinutes: 1_368, feeMinutes: 72 });
    expect(lost("seller", DISPUTED)).toMatchObject({ feeTo: null, total: { buyerMinutes: 1_440 } });
    const settle: Ending = { kind: "settle", sellerMinutes: [700] };
    expect(previewEnding(ruled, TERMS, settle, NOW).total).toMatchObject({ buyerMinutes: 668, feeMinutes: 72 });
    expect(previewEnding(DISPUTED, TERMS, settle, NOW).total).toMatchObject({ buyerMinutes: 740, feeMinutes: 0 });
  });

  it("follows silence to its end: refund, payment, the ruling, or the split in which the buyer has the remainder", () => {
    const silence = (deal: typeof DISPUTED, terms = TERMS) => previewEnding(deal, terms, { kind: "silence" }, NOW);
    const odd = exampleTerms({ ...DAY_TOKEN, silenceSellerBps: 3_333 });
    expect(silence(exampleDeal())).toMatchObject({ outcome: "refunded", bySilence: true, at: TERMS.deliverBy + 1 });
    expect(silence(exampleDeal({ status: "delivered", since: NOW })).outcome).toBe("completed");
    expect(silence(exampleDeal({ status: "ruled", since: NOW, ruling: [60] }))).toMatchObject({
      outcome: "ruled",
      feeTo: ARBITER,
      total: { sellerMinutes: 60, buyerMinutes: 1_308, feeMinutes: 72 },
    });
    expect(silence(DISPUTED, odd)).toMatchObject({
      outcome: "split",
      feeTo: null,
      at: NOW + 2 * TERMS.rulingWindow + 1,
      total: { sellerMinutes: 479, buyerMinutes: 961, feeMinutes: 0 },
    });
  });

  it("counts an arbiter who steps back, with none to follow, as silent at once", () => {
    const alone = exampleTerms({ ...DAY_TOKEN, appealArbiter: zeroAddress });
    const recusal = previewEnding(DISPUTED, alone, { kind: "recuse" }, NOW);
    expect(recusal).toMatchObject({ outcome: "split", bySilence: true, at: NOW, total: { sellerMinutes: 720 } });
    const escalated = exampleDeal({ status: "escalated", since: NOW, ruling: [60] });
    expect(previewEnding(escalated, TERMS, { kind: "recuse" }, NOW)).toMatchObject({
      outcome: "ruled",
      feeTo: ARBITER,
    });
  });

  it("shows the seller's own promises as come home, in their share alone", () => {
    const own = exampleTerms({ ids: [packTokenId({ issuer: SELLER, unit: "hour", expiry: 0 })], amounts: [2n] });
    expect(previewEnding(exampleDeal(), own, { kind: "confirm" }, NOW).total.redeemedMinutes).toBe(120);
    expect(previewEnding(exampleDeal(), own, { kind: "refund" }, NOW).total.redeemedMinutes).toBe(0);
    const ruling: Ending = { kind: "rule", sellerMinutes: [31] };
    expect(previewEnding(DISPUTED, own, ruling, NOW).total).toMatchObject({ sellerMinutes: 31, redeemedMinutes: 31 });
  });

  it("gives nobody what has run out by then, and the rest as ever", () => {
    const expiry = latestOpenSecond(exampleTerms()) + 7 * DAY;
    const [lapsing, lasting] = [expiry, 0].map((end) => packTokenId({ issuer: BUYER, unit: "hour", expiry: end }));
    const terms = exampleTerms({ ids: [lasting!, lapsing!], amounts: [1n, 1n] });
    expect(previewEnding(exampleDeal(), terms, { kind: "silence" }, expiry - 1).total.buyerMinutes).toBe(120);
    expect(previewEnding(exampleDeal(), terms, { kind: "silence" }, expiry)).toMatchObject({
      at: expiry,
      positions: [
        { tokenId: lasting, minutes: 60, buyerMinutes: 60, lapsedMinutes: 0 },
        { tokenId: lapsing, minutes: 60, buyerMinutes: 0, lapsedMinutes: 60 },
      ],
      total: { buyerMinutes: 60, lapsedMinutes: 60 },
    });
  });

  it("divides every position completely, whatever the ending", () => {
    const anyEnding = fc.constantFrom<Ending["kind"]>(
      "confirm",
      "refund",
      "silence",
      "recuse",
      "rule",
      "settle",
      "concede",
    );
    const anyFee = fc.integer({ min: 0, max: 2_000 });
    const anySilence = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(anyPayment, anyEnding, anyFee, anySilence, fc.double({ min: 0, max: 1, noNaN: true }), (...given) => {
        const [payment, kind, arbiterFeeBps, silenceSellerBps, part] = given;
        const terms = exampleTerms({ ...payment, arbiterFeeBps, silenceSellerBps });
        const sellerMinutes = mostSellerMinutes(terms, true).map((most) => Math.floor(most * part));
        const ending = { kind, sellerMinutes, by: "seller" } as Ending;
        const { positions } = previewEnding(DISPUTED, terms, ending, NOW);
        expect(positions.map(({ minutes }) => minutes)).toEqual(potMinutes(terms));
        for (const position of positions) {
          const shares = [position.sellerMinutes, position.buyerMinutes, position.feeMinutes, position.lapsedMinutes];
          expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share)).toBe(position.minutes);
          expect(position.redeemedMinutes).toBeLessThanOrEqual(position.sellerMinutes);
        }
      }),
    );
  });
});
