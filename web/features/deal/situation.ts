import type { DealOutcome, DealState, DealStatus } from "#domain/deal-state.ts";
import { stageAt, type Role } from "#domain/deal.ts";
import type { Terms } from "#domain/terms.ts";

/** Where a deal stands in a reader's eyes; every one has a headline, a deadline and a next step in the messages. */
export type Situation =
  | "pending"
  | "pendingDue"
  | "ahead"
  | "active"
  | "activeDue"
  | "delivered"
  | "deliveredDue"
  | "disputed"
  | "ruled"
  | "escalated"
  | "rulingDue"
  | "splitDue"
  | "completed"
  | "refunded"
  | "defaulted"
  | "settled"
  | "decided"
  | "split"
  | "amended"
  | "voided";

/** How a situation is told: to the buyer, to the seller, to the arbiter whose turn it is, or to anyone else. */
export type Voice = "buyer" | "seller" | "judge" | "other";

/** The row of product.md's table of states that a deal is on. */
export type ScreenStatus =
  | "pending"
  | "inProgress"
  | "delivered"
  | "disputed"
  | "completed"
  | "refunded"
  | "settled"
  | "ruled"
  | "split"
  | "amended"
  | "voided";

const OUTCOMES = {
  completed: "completed",
  refunded: "refunded",
  settled: "settled",
  ruled: "decided",
  split: "split",
  amended: "amended",
} as const;

/**
 * @param defaulted closed by silence while active: the seller did not deliver
 * @param now unix seconds
 */
export function situationOf(deal: DealState, terms: Terms, defaulted: boolean, now: number): Situation {
  const { status, dueOutcome } = stageAt(deal, terms, now);
  if (status === "voided") return "voided";
  if (status === "closed") return defaulted ? "defaulted" : OUTCOMES[deal.outcome ?? "completed"];
  if (dueOutcome === null) return status === "active" && now < terms.deliverFrom ? "ahead" : status;
  return dueSituation(status, dueOutcome);
}

function dueSituation(status: DealStatus, dueOutcome: DealOutcome): Situation {
  if (dueOutcome === "ruled") return "rulingDue";
  if (dueOutcome === "split") return "splitDue";
  if (dueOutcome === "completed") return "deliveredDue";
  return status === "pending" ? "pendingDue" : "activeDue";
}

/** @returns in which voice the deal speaks to somebody with this role. */
export function voiceOf(role: Role, situation: Situation): Voice {
  if (role === "buyer" || role === "seller") return role;
  if (role === "arbiter" && situation === "disputed") return "judge";
  if (role === "appealArbiter" && situation === "escalated") return "judge";
  return "other";
}

const SCREEN_STATUS: Record<Situation, ScreenStatus> = {
  pending: "pending",
  pendingDue: "pending",
  ahead: "inProgress",
  active: "inProgress",
  activeDue: "inProgress",
  delivered: "delivered",
  deliveredDue: "delivered",
  disputed: "disputed",
  ruled: "disputed",
  escalated: "disputed",
  rulingDue: "disputed",
  splitDue: "disputed",
  completed: "completed",
  refunded: "refunded",
  defaulted: "refunded",
  settled: "settled",
  decided: "ruled",
  split: "split",
  amended: "amended",
  voided: "voided",
};

/** @returns the word a list shows for a situation. */
export function screenStatusOf(situation: Situation): ScreenStatus {
  return SCREEN_STATUS[situation];
}

const WAITS_FOR: Partial<Record<Situation, readonly Voice[]>> = {
  pending: ["seller"],
  active: ["seller"],
  delivered: ["buyer"],
  disputed: ["judge"],
  ruled: ["buyer", "seller"],
  escalated: ["judge"],
  pendingDue: ["buyer", "seller"],
  activeDue: ["buyer", "seller"],
  deliveredDue: ["buyer", "seller"],
  rulingDue: ["buyer", "seller"],
  splitDue: ["buyer", "seller"],
};

/** Whether the deal waits for whoever it speaks to in this voice. */
export function waitsFor(situation: Situation, voice: Voice): boolean {
  return WAITS_FOR[situation]?.includes(voice) ?? false;
}
