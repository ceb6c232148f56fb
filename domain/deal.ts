import type { Address } from "viem";
import { isNobody, sameAddress } from "./address.ts";
import type { DealOutcome, DealState, DealStatus, RatedSides } from "./deal-state.ts";
import type { Terms } from "./terms.ts";

const DAY = 86_400;

/** How long after the closing a side may rate, and the rated side reply. Seconds. */
export const RATING_WINDOW = 30 * DAY;
export const REPLY_WINDOW = 60 * DAY;

/** The stage a deal is in at one moment, silence taken into account. Unix seconds. */
export type Stage = {
  status: DealStatus;
  /** As `DealState.since`, or the previous deadline where silence brought the deal here. */
  since: number;
  /** The stage's last second; null once the deal is closed or voided. */
  deadline: number | null;
  /** Where silence leads from here: a next stage or an outcome; null once the deal is closed or voided. */
  silence: "escalated" | DealOutcome | null;
  /** The outcome that only waits for somebody's poke; null while someone still has time. */
  dueOutcome: DealOutcome | null;
};

/** Everything somebody can do with an opened deal. `decline` and `withdraw` are one call: the seller's, the buyer's. */
export type ActionKind =
  | "accept"
  | "decline"
  | "withdraw"
  | "deliver"
  | "confirm"
  | "refund"
  | "amend"
  | "dispute"
  | "submitEvidence"
  | "rule"
  | "recuse"
  | "appeal"
  | "concede"
  | "settle"
  | "poke"
  | "rate"
  | "reply";

/** One thing somebody can do, now or from `opensAt` on. Unix seconds. */
export type Action = {
  kind: ActionKind;
  /** The first second it works, where that is still to come; null where it works now. */
  opensAt: number | null;
  /** The last second it works; null for no end. */
  deadline: number | null;
};

/** What a person can be in a deal; everyone else is a stranger. */
export type Role = "buyer" | "seller" | "arbiter" | "appealArbiter" | "stranger";

/**
 * The stage of a deal at `now`. What time alone brings is derived here, never stored.
 * @param now unix second of the block that would carry an action
 */
export function stageAt(deal: DealState, terms: Terms, now: number): Stage {
  const { since } = deal;
  switch (deal.status) {
    case "pending":
      return stage("pending", since, terms.acceptBy, "refunded", now);
    case "active":
      return stage("active", since, terms.deliverBy, "refunded", now);
    case "delivered":
      return stage("delivered", since, since + terms.reviewWindow, "completed", now);
    case "disputed":
      return disputedStage(since, terms, now);
    case "ruled":
      return stage("ruled", since, since + terms.appealWindow, "ruled", now);
    case "escalated":
      return stage("escalated", since, since + terms.rulingWindow, deal.ruling ? "ruled" : "split", now);
    case "closed":
    case "voided":
      return { status: deal.status, since, deadline: null, silence: null, dueOutcome: null };
  }
}

/** @returns what `who` is in the deal; null (nobody signed in) is a stranger. */
export function roleOf(terms: Terms, who: Address | null): Role {
  if (who === null || isNobody(who)) return "stranger";
  const roles = ["buyer", "seller", "arbiter", "appealArbiter"] as const;
  return roles.find((role) => sameAddress(terms[role], who)) ?? "stranger";
}

/**
 * What `who` can do with the deal at `now`, and what opens to them by waiting alone (delivering before the slot, poking
 * before the deadline).
 * @param who null for somebody not signed in
 * @param rated which sides have rated; without it the deal counts as unrated
 */
export function actionsAt(
  deal: DealState,
  terms: Terms,
  who: Address | null,
  now: number,
  rated?: RatedSides,
): Action[] {
  const role = roleOf(terms, who);
  if (deal.status === "voided") return [];
  if (deal.status === "closed") return closedActions(deal, role, now, rated);
  const current = stageAt(deal, terms, now);
  return [
    ...(current.dueOutcome === null ? stageActions(current, terms, role, now) : []),
    ...evidenceActions(current, role),
    pokeAction(deal, terms, now),
  ];
}

/** @returns the first second at which a poke closes the deal if nobody acts from `now` on; null once it is closed. */
export function silenceClosesAt(deal: DealState, terms: Terms, now: number): number | null {
  const current = stageAt(deal, terms, now);
  if (current.deadline === null) return null;
  const after = current.silence === "escalated" ? terms.rulingWindow : 0;
  return current.deadline + after + 1;
}

function stage(
  status: DealStatus,
  since: number,
  deadline: number,
  silence: "escalated" | DealOutcome,
  now: number,
): Stage {
  const dueOutcome = now > deadline && silence !== "escalated" ? silence : null;
  return { status, since, deadline, silence, dueOutcome };
}

function disputedStage(since: number, terms: Terms, now: number): Stage {
  const deadline = since + terms.rulingWindow;
  if (isNobody(terms.appealArbiter)) return stage("disputed", since, deadline, "split", now);
  if (now <= deadline) return stage("disputed", since, deadline, "escalated", now);
  return stage("escalated", deadline, deadline + terms.rulingWindow, "split", now);
}

/** Who may do what in each stage while its time runs. */
const KINDS: Record<Exclude<DealStatus, "closed" | "voided">, Partial<Record<Role, readonly ActionKind[]>>> = {
  pending: { seller: ["accept", "decline"], buyer: ["withdraw"] },
  active: { seller: ["deliver", "refund", "amend", "settle"], buyer: ["confirm", "amend", "settle"] },
  delivered: { seller: ["refund", "settle"], buyer: ["confirm", "dispute", "settle"] },
  disputed: { seller: ["concede", "settle"], buyer: ["concede", "settle"], arbiter: ["rule", "recuse"] },
  ruled: { seller: ["appeal", "concede", "settle"], buyer: ["appeal", "concede", "settle"] },
  escalated: { seller: ["concede", "settle"], buyer: ["concede", "settle"], appealArbiter: ["rule", "recuse"] },
};

function stageActions({ status, deadline }: Stage, terms: Terms, role: Role, now: number): Action[] {
  if (status === "closed" || status === "voided") return [];
  const kinds = KINDS[status][role] ?? [];
  return kinds.map((kind) => ({
    kind,
    opensAt: kind === "deliver" && now < terms.deliverFrom ? terms.deliverFrom : null,
    deadline,
  }));
}

function evidenceActions({ status }: Stage, role: Role): Action[] {
  const open = status === "delivered" || status === "disputed" || status === "ruled" || status === "escalated";
  return open && role !== "stranger" ? [{ kind: "submitEvidence", opensAt: null, deadline: null }] : [];
}

function pokeAction(deal: DealState, terms: Terms, now: number): Action {
  const opensAt = silenceClosesAt(deal, terms, now);
  return { kind: "poke", opensAt: opensAt !== null && now < opensAt ? opensAt : null, deadline: null };
}

function closedActions(deal: DealState, role: Role, now: number, rated: RatedSides | undefined): Action[] {
  if (!deal.rateable || (role !== "buyer" && role !== "seller")) return [];
  const other = role === "buyer" ? "seller" : "buyer";
  const replied = role === "buyer" ? rated?.buyerReplied : rated?.sellerReplied;
  const actions: Action[] = [];
  if (!rated?.[role]) actions.push({ kind: "rate", opensAt: null, deadline: deal.since + RATING_WINDOW });
  if (rated?.[other] && !replied) actions.push({ kind: "reply", opensAt: null, deadline: deal.since + REPLY_WINDOW });
  return actions.filter(({ deadline }) => deadline === null || now <= deadline);
}
