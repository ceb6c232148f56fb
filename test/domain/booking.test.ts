import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLD_SECONDS, standingOf, type BookingGround, type BookingStanding } from "#domain/booking.ts";
import { DEAL_OUTCOMES, DEAL_STATUSES } from "#domain/deal-state.ts";

const NOW = 1_795_000_000;
const held: BookingStanding = { state: "held", heldUntil: NOW + 60, freedFor: null };
const firm: BookingStanding = { state: "firm", heldUntil: null, freedFor: null };
const refunded: BookingStanding = { state: "freed", heldUntil: null, freedFor: "refunded" };
const none: BookingGround = { ended: false, deal: null };
const deal = (status: (typeof DEAL_STATUSES)[number], outcome: (typeof DEAL_OUTCOMES)[number] | null = null) => ({
  ended: false,
  deal: { status, outcome, dueOutcome: null },
});

describe("given a slot held for a proposal", () => {
  it("stays held for its time, and is freed after it", () => {
    expect(standingOf(held, none, NOW)).toEqual(held);
    expect(standingOf(held, none, NOW + 60)).toMatchObject({ state: "freed", freedFor: "lapsed" });
  });
  it("is freed when the proposal is declined or withdrawn", () => {
    expect(standingOf(held, { ...none, ended: true }, NOW)).toMatchObject({ state: "freed", freedFor: "cancelled" });
  });
  it("is firm as soon as tokens are locked, however late", () => {
    for (const status of ["pending", "active", "delivered", "disputed", "ruled", "escalated"] as const)
      expect(standingOf(held, deal(status), NOW + 1_000)).toEqual(firm);
  });
});

describe("given a firm booking", () => {
  it.each([
    ["closed", "refunded", "freed"],
    ["closed", "completed", "kept"],
    ["closed", "settled", "kept"],
    ["closed", "ruled", "kept"],
    ["closed", "split", "kept"],
    ["voided", null, "freed"],
  ] as const)("when the deal is %s (%s), then it is %s", (status, outcome, state) => {
    expect(standingOf(firm, deal(status, outcome), NOW).state).toBe(state);
  });
  it("is freed when the deal only waits for the poke that pays back", () => {
    const due: BookingGround = { ended: false, deal: { status: "pending", outcome: null, dueOutcome: "refunded" } };
    expect(standingOf(firm, due, NOW)).toMatchObject({ state: "freed", freedFor: "lapsed" });
  });
  it("is held again when a reorg takes the deal back", () => {
    expect(standingOf(firm, none, NOW)).toEqual({ state: "held", heldUntil: NOW + HOLD_SECONDS, freedFor: null });
  });
});

describe("given a freed booking", () => {
  it("stays freed without a deal, and keeps the reason", () => {
    expect(standingOf(refunded, { ...none, ended: true }, NOW)).toEqual(refunded);
  });
  it("is firm again where a reorg takes the refund back", () => {
    expect(standingOf(refunded, deal("active"), NOW)).toEqual(firm);
  });
});

describe("given anything", () => {
  it("says the same when it is asked again: what was set once is not set twice", () => {
    const standing = fc.constantFrom(held, firm, refunded);
    const ground = fc.record({
      ended: fc.boolean(),
      deal: fc.option(
        fc.record({
          status: fc.constantFrom(...DEAL_STATUSES),
          outcome: fc.constantFrom(null, ...DEAL_OUTCOMES),
          dueOutcome: fc.constantFrom(null, ...DEAL_OUTCOMES),
        }),
      ),
    });
    fc.assert(
      fc.property(standing, ground, fc.integer({ min: NOW - 100, max: NOW + 100 }), (current, given, now) => {
        const once = standingOf(current, given, now);
        expect(standingOf(once, given, now)).toEqual(once);
      }),
    );
  });
});
