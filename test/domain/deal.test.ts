import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { readStoredDeal, type DealState, type RatedSides } from "#domain/deal-state.ts";
import { actionsAt, silenceClosesAt, stageAt, type ActionKind } from "#domain/deal.ts";
import {
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

const TERMS = exampleTerms();
const NO_APPEAL = exampleTerms({ appealArbiter: zeroAddress });

function kindsAt(deal: DealState, who: typeof BUYER | null, now: number, terms = TERMS): ActionKind[] {
  return actionsAt(deal, terms, who, now)
    .filter(({ opensAt }) => opensAt === null)
    .map(({ kind }) => kind);
}

describe("the stage of a deal", () => {
  const disputed = exampleDeal({ status: "disputed", since: NOW });
  const rulingDeadline = NOW + TERMS.rulingWindow;

  it.each([
    ["pending", exampleDeal({ status: "pending" }), TERMS.acceptBy, "refunded"],
    ["active", exampleDeal(), TERMS.deliverBy, "refunded"],
    ["delivered", exampleDeal({ status: "delivered", since: NOW }), NOW + TERMS.reviewWindow, "completed"],
    ["ruled", exampleDeal({ status: "ruled", since: NOW, ruling: [60] }), NOW + TERMS.appealWindow, "ruled"],
    ["escalated", exampleDeal({ status: "escalated", since: NOW }), rulingDeadline, "split"],
    ["escalated", exampleDeal({ status: "escalated", since: NOW, ruling: [60] }), rulingDeadline, "ruled"],
  ] as const)(
    "%s: the deadline belongs to the actor, the next second to silence",
    (status, deal, deadline, outcome) => {
      expect(stageAt(deal, TERMS, deadline)).toMatchObject({ status, deadline, silence: outcome, dueOutcome: null });
      expect(stageAt(deal, TERMS, deadline + 1)).toMatchObject({ status, deadline, dueOutcome: outcome });
    },
  );

  it("disputed without an appeal arbiter: the split is due after the ruling's deadline", () => {
    expect(stageAt(disputed, NO_APPEAL, rulingDeadline).dueOutcome).toBeNull();
    expect(stageAt(disputed, NO_APPEAL, rulingDeadline + 1)).toMatchObject({ status: "disputed", dueOutcome: "split" });
  });

  it("disputed with a silent arbiter: escalated since the deadline, poked or not", () => {
    expect(stageAt(disputed, TERMS, rulingDeadline)).toMatchObject({ status: "disputed", silence: "escalated" });
    expect(stageAt(disputed, TERMS, rulingDeadline + 1)).toEqual({
      status: "escalated",
      since: rulingDeadline,
      deadline: rulingDeadline + TERMS.rulingWindow,
      silence: "split",
      dueOutcome: null,
    });
    expect(stageAt(disputed, TERMS, rulingDeadline + TERMS.rulingWindow + 1).dueOutcome).toBe("split");
  });

  it("closed: nothing is due any more", () => {
    const closed = exampleDeal({ status: "closed", outcome: "completed", since: NOW });
    expect(stageAt(closed, TERMS, NOW + 99 * DAY)).toMatchObject({ deadline: null, silence: null, dueOutcome: null });
    expect(silenceClosesAt(closed, TERMS, NOW)).toBeNull();
  });

  it("silence closes a dispute after both arbiters' time, a ruling after the time to appeal", () => {
    expect(silenceClosesAt(disputed, TERMS, NOW)).toBe(NOW + 2 * TERMS.rulingWindow + 1);
    expect(silenceClosesAt(disputed, NO_APPEAL, NOW)).toBe(NOW + TERMS.rulingWindow + 1);
    const ruled = exampleDeal({ status: "ruled", since: NOW, ruling: [60] });
    expect(silenceClosesAt(ruled, TERMS, NOW)).toBe(NOW + TERMS.appealWindow + 1);
  });
});

describe("what somebody can do with a deal", () => {
  const during = NOW + DAY + 60;
  const delivered = exampleDeal({ status: "delivered", since: NOW, rateable: true });
  const disputed = exampleDeal({ status: "disputed", since: NOW, rateable: true });
  const ruled = exampleDeal({ status: "ruled", since: NOW, rateable: true, ruling: [60] });
  const escalated = exampleDeal({ status: "escalated", since: NOW, rateable: true, ruling: [60] });
  const pending = exampleDeal({ status: "pending" });

  it.each<[string, DealState, Record<string, ActionKind[]>]>([
    ["pending", pending, { buyer: ["withdraw"], seller: ["accept", "decline"], arbiter: [], appeal: [] }],
    [
      "active",
      exampleDeal(),
      {
        buyer: ["confirm", "amend", "settle"],
        seller: ["deliver", "refund", "amend", "settle"],
        arbiter: [],
        appeal: [],
      },
    ],
    [
      "delivered",
      delivered,
      {
        buyer: ["confirm", "dispute", "settle", "submitEvidence"],
        seller: ["refund", "settle", "submitEvidence"],
        arbiter: ["submitEvidence"],
        appeal: ["submitEvidence"],
      },
    ],
    [
      "disputed",
      disputed,
      {
        buyer: ["concede", "settle", "submitEvidence"],
        seller: ["concede", "settle", "submitEvidence"],
        arbiter: ["rule", "recuse", "submitEvidence"],
        appeal: ["submitEvidence"],
      },
    ],
    [
      "ruled",
      ruled,
      {
        buyer: ["appeal", "concede", "settle", "submitEvidence"],
        seller: ["appeal", "concede", "settle", "submitEvidence"],
        arbiter: ["submitEvidence"],
        appeal: ["submitEvidence"],
      },
    ],
    [
      "escalated",
      escalated,
      {
        buyer: ["concede", "settle", "submitEvidence"],
        seller: ["concede", "settle", "submitEvidence"],
        arbiter: ["submitEvidence"],
        appeal: ["rule", "recuse", "submitEvidence"],
      },
    ],
  ])("%s", (_status, deal, expected) => {
    const now = deal === pending ? NOW : during;
    expect(kindsAt(deal, BUYER, now)).toEqual(expected.buyer);
    expect(kindsAt(deal, SELLER, now)).toEqual(expected.seller);
    expect(kindsAt(deal, ARBITER, now)).toEqual(expected.arbiter);
    expect(kindsAt(deal, APPEAL_ARBITER, now)).toEqual(expected.appeal);
    expect(kindsAt(deal, STRANGER, now)).toEqual([]);
    expect(kindsAt(deal, null, now)).toEqual([]);
  });

  it("is not the zero address's, though it stands for no appeal arbiter", () => {
    expect(kindsAt(escalated, zeroAddress, during, NO_APPEAL)).toEqual([]);
  });

  it("is only a poke, for anyone, and evidence, once time has decided", () => {
    const late = TERMS.deliverBy + 1;
    expect(kindsAt(exampleDeal(), BUYER, late)).toEqual(["poke"]);
    expect(kindsAt(exampleDeal(), null, late)).toEqual(["poke"]);
    expect(kindsAt(delivered, SELLER, NOW + TERMS.reviewWindow + 1)).toEqual(["submitEvidence", "poke"]);
  });

  it("passes from a silent arbiter to the appeal arbiter", () => {
    const late = NOW + TERMS.rulingWindow + 1;
    expect(kindsAt(disputed, ARBITER, late)).toEqual(["submitEvidence"]);
    expect(kindsAt(disputed, APPEAL_ARBITER, late)).toEqual(["rule", "recuse", "submitEvidence"]);
  });

  it("says when delivering and poking open, and until when each action works", () => {
    const { deliverFrom, deliverBy } = TERMS;
    const early = actionsAt(exampleDeal(), TERMS, SELLER, deliverFrom - 1);
    expect(early).toContainEqual({ kind: "deliver", opensAt: deliverFrom, deadline: deliverBy });
    expect(early).toContainEqual({ kind: "refund", opensAt: null, deadline: deliverBy });
    expect(early).toContainEqual({ kind: "poke", opensAt: deliverBy + 1, deadline: null });
    expect(kindsAt(exampleDeal(), SELLER, deliverFrom)).toContain("deliver");
  });

  it("is rating for thirty days and replying for sixty, once each, where something was delivered", () => {
    const closed = exampleDeal({ status: "closed", outcome: "completed", since: NOW, rateable: true });
    const nobody: RatedSides = { buyer: false, seller: false, buyerReplied: false, sellerReplied: false };
    const kinds = (who: typeof BUYER, now: number, rated: RatedSides) =>
      actionsAt(closed, TERMS, who, now, rated).map(({ kind }) => kind);

    expect(kinds(BUYER, NOW + 30 * DAY, nobody)).toEqual(["rate"]);
    expect(kinds(BUYER, NOW + 30 * DAY + 1, nobody)).toEqual([]);
    expect(kinds(BUYER, NOW, { ...nobody, buyer: true })).toEqual([]);
    expect(kinds(SELLER, NOW, { ...nobody, buyer: true })).toEqual(["rate", "reply"]);
    expect(kinds(SELLER, NOW + 60 * DAY, { ...nobody, buyer: true })).toEqual(["reply"]);
    expect(kinds(SELLER, NOW + 60 * DAY + 1, { ...nobody, buyer: true })).toEqual([]);
    expect(kinds(SELLER, NOW, { ...nobody, buyer: true, seller: true, sellerReplied: true })).toEqual([]);
    expect(kinds(ARBITER, NOW, nobody)).toEqual([]);
    expect(actionsAt({ ...closed, rateable: false }, TERMS, BUYER, NOW)).toEqual([]);
  });
});

describe("a deal read from the contract", () => {
  it("is nothing where the escrow knows none", () => {
    expect(readStoredDeal({ status: 0, flags: 0, since: 0 }, null)).toBeNull();
  });

  it("has status, outcome and the right to be rated", () => {
    expect(readStoredDeal({ status: 2, flags: 0, since: 5 }, null)).toEqual(exampleDeal({ since: 5 }));
    expect(readStoredDeal({ status: 7, flags: 12, since: 5 }, null)).toEqual(
      exampleDeal({ status: "closed", outcome: "ruled", rateable: true, since: 5 }),
    );
    expect(readStoredDeal({ status: 8, flags: 0, since: 0 }, null)?.status).toBe("voided");
  });
});
