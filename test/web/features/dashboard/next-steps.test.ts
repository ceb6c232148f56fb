import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import {
  ARBITER,
  BUYER,
  DAY,
  exampleDeal,
  exampleTerms,
  HOUR,
  NOW,
  SELLER,
  STRANGER,
} from "#test/domain/example-deal.ts";
import type { DealState } from "#domain/deal-state.ts";
import { nextSteps } from "#web/features/dashboard/next-steps.ts";

const NOBODY_RATED = { buyer: false, seller: false, buyerReplied: false, sellerReplied: false };

const deal = (state: Partial<DealState>, rated = NOBODY_RATED) => ({
  id: zeroHash,
  state: exampleDeal(state),
  terms: exampleTerms(),
  title: "Fix your bike",
  rated,
  defaulted: false,
  row: { minutes: 120 },
});

const proposal = (state: "payment" | "signature" | "funding" | "declined" | "withdrawn" | "expired") => ({
  state,
  row: { id: state, buyer: BUYER, seller: SELLER, minutes: 60, deliverBy: new Date((NOW + DAY) * 1000) },
  listing: { title: "Conversational Spanish" },
});

const kinds = (steps: ReturnType<typeof nextSteps>) => steps.map(({ kind }) => kind);

describe("given what waits for somebody else", () => {
  it("asks nothing of a stranger", () => {
    expect(nextSteps(STRANGER, [deal({ status: "delivered", since: NOW })], [proposal("payment")], NOW + HOUR)).toEqual(
      [],
    );
  });
  it("asks nothing of the seller once it is delivered, nor of the buyer before", () => {
    expect(nextSteps(SELLER, [deal({ status: "delivered", since: NOW })], [], NOW + HOUR)).toEqual([]);
    expect(nextSteps(SELLER, [deal({ status: "active" })], [], NOW + HOUR)).toEqual([]);
    expect(nextSteps(BUYER, [deal({ status: "active" })], [], NOW + HOUR)).toEqual([]);
    expect(nextSteps(BUYER, [deal({ status: "active" })], [], NOW + DAY)).toEqual([]);
  });
  it("asks nothing of anybody about what ended", () => {
    const over = [proposal("declined"), proposal("withdrawn"), proposal("expired")];
    expect(nextSteps(BUYER, [deal({ status: "voided" })], over, NOW)).toEqual([]);
    expect(nextSteps(SELLER, [], over, NOW)).toEqual([]);
  });
});

describe("given what waits for this member", () => {
  it.each([
    ["the seller", SELLER, { status: "pending" }, NOW, "accept"],
    ["the seller", SELLER, { status: "active" }, NOW + DAY, "deliver"],
    ["the buyer", BUYER, { status: "delivered", since: NOW }, NOW + HOUR, "confirm"],
    ["the arbiter", ARBITER, { status: "disputed", since: NOW }, NOW + HOUR, "rule"],
    ["the buyer", BUYER, { status: "active" }, NOW + 2 * DAY + 1, "poke"],
    ["the buyer", BUYER, { status: "closed", outcome: "completed", since: NOW, rateable: true }, NOW + HOUR, "rate"],
  ] as const)("asks %s for it", (_, who, state, now, kind) => {
    expect(nextSteps(who, [deal(state)], [], now)).toMatchObject([{ kind, title: "Fix your bike", minutes: 120 }]);
  });
  it("asks each side in its turn of a proposal", () => {
    const all = [proposal("payment"), proposal("signature"), proposal("funding")];
    expect(kinds(nextSteps(BUYER, [], all, NOW))).toEqual(["payment", "funding"]);
    expect(nextSteps(SELLER, [], all, NOW)).toMatchObject([{ kind: "signature", other: BUYER, deadline: NOW + DAY }]);
  });
  it("puts the nearest deadline first, and ratings last of all", () => {
    const rate = deal({ status: "closed", outcome: "completed", since: NOW - 29 * DAY, rateable: true });
    const confirm = deal({ status: "delivered", since: NOW });
    expect(kinds(nextSteps(BUYER, [rate, confirm], [proposal("payment")], NOW + HOUR))).toEqual([
      "payment",
      "confirm",
      "rate",
    ]);
  });
});
