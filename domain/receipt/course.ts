import type { Hex } from "viem";
import { isNobody, sameAddress } from "#domain/address.ts";
import { DEAL_OUTCOMES, DEAL_STATUSES, type DealOutcome, type DealState, type DealStatus } from "#domain/deal-state.ts";
import { stageAt } from "#domain/deal.ts";
import { findSplitProblem } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import type { DealEvent } from "./events.ts";
import { ReceiptProblem } from "./problem.ts";

type EventNamed<Name extends DealEvent["eventName"]> = Extract<DealEvent, { eventName: Name }>;

/** In which stages each of the escrow's events can come; those not named here follow the closing. */
const STAGES: Partial<Record<DealEvent["eventName"], readonly DealStatus[]>> = {
  SlotTaken: ["active"],
  Accepted: ["pending"],
  Delivered: ["active"],
  Disputed: ["delivered"],
  Evidence: ["delivered", "disputed", "ruled", "escalated"],
  Ruled: ["disputed", "escalated"],
  Recused: ["disputed", "escalated"],
  Appealed: ["ruled"],
  Conceded: ["disputed", "ruled", "escalated"],
  Amended: ["active"],
  Closed: ["pending", "active", "delivered", "disputed", "ruled", "escalated"],
};

/** From which stages each outcome can come: by an act, by silence (or an arbiter who stepped back). */
const CLOSINGS: Record<
  Exclude<DealOutcome, "amended">,
  { act: readonly DealStatus[]; silence: readonly DealStatus[] }
> = {
  completed: { act: ["active", "delivered"], silence: ["delivered"] },
  refunded: { act: ["pending", "active", "delivered"], silence: ["pending", "active"] },
  settled: { act: ["active", "delivered", "disputed", "ruled", "escalated"], silence: [] },
  ruled: { act: ["disputed", "ruled", "escalated"], silence: ["ruled", "escalated"] },
  split: { act: [], silence: ["disputed", "escalated"] },
};

/**
 * Walks a deal's events as the escrow's rules have it, from the opening to the closing.
 * @returns the deal's state at the end
 * @throws ReceiptProblem `course` at the first event that cannot come where it comes, or where the closing is missing
 */
export function walkCourse(dealId: Hex, terms: Terms, events: readonly DealEvent[]): DealState {
  const [opening, ...rest] = events;
  const status = openingStatus(dealId, opening);
  if (status === null) throw new ReceiptProblem("course", "The deal's opening is missing.");
  const opened: DealState = { status, outcome: null, since: terms.deliverFrom, rateable: false, ruling: null };
  const end = rest.reduce((state, event) => step(state, terms, event), opened);
  if (end.status !== "closed") throw new ReceiptProblem("course", "The deal's closing is missing.");
  return end;
}

function openingStatus(dealId: Hex, event: DealEvent | undefined): DealStatus | null {
  if (event?.eventName === "Amended" && event.args.newDealId === dealId) return "active";
  return event?.eventName === "Opened" ? (DEAL_STATUSES[event.args.status - 1] ?? null) : null;
}

function step(state: DealState, terms: Terms, event: DealEvent): DealState {
  const { status: stage } = stageAt(state, terms, event.time);
  const isInPlace = (STAGES[event.eventName] ?? ["closed"]).includes(stage);
  if (!isInPlace || event.eventName === "Opened") throw outOfPlace(event, stage);
  const since = event.time;
  switch (event.eventName) {
    case "Accepted":
      return { ...state, status: "active" };
    case "Delivered":
      return { ...state, status: "delivered", since, rateable: true };
    case "Disputed":
      return { ...state, status: "disputed", since };
    case "Ruled":
      return isAppealable(terms, event.args.arbiter)
        ? { ...state, status: "ruled", since, ruling: event.args.sellerMinutes.map(Number) }
        : state;
    case "Recused":
      return isAppealable(terms, event.args.arbiter) ? { ...state, status: "escalated", since } : state;
    case "Appealed":
      return { ...state, status: "escalated", since };
    case "Amended":
      return { ...state, status: "closed", outcome: "amended", since };
    case "Closed":
      return close(state, stage, terms, event);
    default:
      return state;
  }
}

function close(state: DealState, stage: DealStatus, terms: Terms, event: EventNamed<"Closed">): DealState {
  const { bySilence, feeTo } = event.args;
  const outcome = DEAL_OUTCOMES[event.args.outcome - 1];
  if (outcome === undefined || outcome === "amended") throw outOfPlace(event, stage);
  const isInPlace = CLOSINGS[outcome][bySilence ? "silence" : "act"].includes(stage);
  const isDivided = outcome === "settled" || outcome === "ruled";
  const sellerMinutes = event.args.sellerMinutes.map(Number);
  const fits = isDivided
    ? findSplitProblem(terms, sellerMinutes, !isNobody(feeTo)) === null
    : sellerMinutes.length === 0;
  if (!isInPlace || !fits) throw outOfPlace(event, stage);
  return {
    ...state,
    status: "closed",
    outcome,
    since: event.time,
    rateable: state.rateable || outcome === "completed",
  };
}

function isAppealable({ arbiter, appealArbiter }: Terms, ruler: Terms["arbiter"]): boolean {
  return sameAddress(ruler, arbiter) && !isNobody(appealArbiter);
}

function outOfPlace({ eventName, block }: DealEvent, stage: DealStatus): ReceiptProblem {
  return new ReceiptProblem("course", `${eventName} in block ${block} cannot come while the deal is ${stage}.`);
}
