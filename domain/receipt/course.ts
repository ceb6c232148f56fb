import type { Address, Hex } from "viem";
import { isNobody, sameAddress } from "#domain/address.ts";
import { DEAL_OUTCOMES, DEAL_STATUSES, type DealOutcome, type DealState, type DealStatus } from "#domain/deal-state.ts";
import { RATING_WINDOW, REPLY_WINDOW, stageAt, type Stage } from "#domain/deal.ts";
import { findSplitProblem, mostSellerMinutes } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import type { DealEvent } from "./events.ts";
import { ReceiptProblem } from "./problem.ts";

type EventNamed<Name extends DealEvent["eventName"]> = Extract<DealEvent, { eventName: Name }>;

/** How a deal closes, as the `Closed` event says it. */
type Closing = { outcome: DealOutcome; bySilence: boolean; sellerMinutes: readonly number[]; feeTo: Address | null };

/** How far the walk has come. */
type Walk = DealState & {
  /** How it closes in the same breath: a last ruling, a concession or an arbiter's stepping back has decided it. */
  decided: Closing | null;
  /** The event that closed it. */
  closedBy: DealEvent | null;
  /** Who has rated. */
  raters: readonly Address[];
};

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

/** What a party's own act, in time, can close, and in which stages. */
const ACTS: Partial<Record<DealOutcome, readonly DealStatus[]>> = {
  completed: ["active", "delivered"],
  refunded: ["pending", "active", "delivered"],
  settled: ["active", "delivered", "disputed", "ruled", "escalated"],
};

/**
 * Walks a deal's events as the escrow's rules have it, from the opening to the closing and what follows it.
 * @returns how it closed
 * @throws ReceiptProblem `course` at the first event that cannot come where it comes, or where the closing is missing
 */
export function walkCourse(dealId: Hex, terms: Terms, events: readonly DealEvent[]): DealOutcome {
  const [opening, ...rest] = events;
  const status = openingStatus(dealId, opening);
  if (status === null) throw new ReceiptProblem("course", "The deal's opening is missing.");
  const deal: DealState = { status, outcome: null, since: terms.deliverFrom, rateable: false, ruling: null };
  const opened: Walk = { ...deal, decided: null, closedBy: null, raters: [] };
  const { outcome } = rest.reduce((walk, event) => step(walk, terms, event), opened);
  if (outcome === null) throw new ReceiptProblem("course", "The deal's closing is missing.");
  return outcome;
}

function openingStatus(dealId: Hex, event: DealEvent | undefined): DealStatus | null {
  if (event?.eventName === "Amended" && event.args.newDealId === dealId) return "active";
  return event?.eventName === "Opened" ? (DEAL_STATUSES[event.args.status - 1] ?? null) : null;
}

function step(walk: Walk, terms: Terms, event: DealEvent): Walk {
  const stage = stageAt(walk, terms, event.time);
  const next = (STAGES[event.eventName] ?? ["closed"]).includes(stage.status) ? take(walk, terms, event, stage) : null;
  if (next) return next;
  throw new ReceiptProblem(
    "course",
    `${event.eventName} in block ${event.block} cannot come as it does while the deal is ${stage.status}.`,
  );
}

/** @returns null where the escrow does not take it at this time, from this account, or after what came before */
function take(walk: Walk, terms: Terms, event: DealEvent, stage: Stage): Walk | null {
  if (event.eventName === "Closed") return close(walk, terms, event, stage);
  if (walk.decided) return null;
  if (stage.status === "closed") return follow(walk, event);
  if (event.eventName === "Evidence") return walk;
  return stage.dueOutcome === null ? act(walk, terms, event, stage) : null;
}

/** What somebody did in time. */
function act(walk: Walk, terms: Terms, event: DealEvent, { status }: Stage): Walk | null {
  const since = event.time;
  switch (event.eventName) {
    case "SlotTaken":
      return walk;
    case "Accepted":
      return { ...walk, status: "active" };
    case "Delivered":
      return since >= terms.deliverFrom ? { ...walk, status: "delivered", since, rateable: true } : null;
    case "Disputed":
      return { ...walk, status: "disputed", since };
    case "Ruled":
      return isTurnOf(event.args.arbiter, terms, status) ? rule(walk, terms, event, status) : null;
    case "Recused":
      if (!isTurnOf(event.args.arbiter, terms, status)) return null;
      return isLast(terms, status)
        ? { ...walk, decided: unruled(walk, terms, walk.ruling ? "ruled" : "split") }
        : { ...walk, status: "escalated", since };
    case "Appealed":
      return { ...walk, status: "escalated", since };
    case "Conceded":
      return { ...walk, decided: concession(walk, terms, event.args.by) };
    case "Amended":
      return { ...walk, status: "closed", outcome: "amended", since };
    default:
      return null;
  }
}

function rule(walk: Walk, terms: Terms, { args, time }: EventNamed<"Ruled">, status: DealStatus): Walk {
  const sellerMinutes = args.sellerMinutes.map(Number);
  if (!isLast(terms, status)) return { ...walk, status: "ruled", since: time, ruling: sellerMinutes };
  return {
    ...walk,
    decided: { outcome: "ruled", bySilence: false, sellerMinutes, feeTo: earner(terms, args.arbiter) },
  };
}

function isTurnOf(ruler: Address, { arbiter, appealArbiter }: Terms, status: DealStatus): boolean {
  return sameAddress(ruler, status === "disputed" ? arbiter : appealArbiter);
}

/** Whether nobody can be asked after the arbiter whose turn it is. */
function isLast({ appealArbiter }: Terms, status: DealStatus): boolean {
  return status === "escalated" || isNobody(appealArbiter);
}

function concession(walk: Walk, terms: Terms, party: Address): Closing {
  const feeEarned = walk.ruling !== null;
  const sellerMinutes = sameAddress(party, terms.buyer) ? mostSellerMinutes(terms, feeEarned) : terms.ids.map(() => 0);
  return { outcome: "ruled", bySilence: false, sellerMinutes, feeTo: earnerOf(walk, terms) };
}

/** What silence brings, or an arbiter's stepping back: what stands is paid, else the outcome says who gets what. */
function unruled(walk: Walk, terms: Terms, outcome: DealOutcome): Closing {
  const sellerMinutes = outcome === "ruled" ? (walk.ruling ?? []) : [];
  return { outcome, bySilence: true, sellerMinutes, feeTo: outcome === "ruled" ? earnerOf(walk, terms) : null };
}

/** Who earned the fee of the first ruling, as long as it stands. */
function earnerOf({ ruling }: Walk, terms: Terms): Address | null {
  return ruling ? earner(terms, terms.arbiter) : null;
}

function earner({ arbiterFeeBps }: Terms, arbiter: Address): Address | null {
  return arbiterFeeBps > 0 ? arbiter : null;
}

function close(walk: Walk, terms: Terms, event: EventNamed<"Closed">, stage: Stage): Walk | null {
  const outcome = DEAL_OUTCOMES[event.args.outcome - 1];
  if (outcome === undefined) return null;
  const said = { outcome, bySilence: event.args.bySilence, sellerMinutes: event.args.sellerMinutes.map(Number) };
  const closing = walk.decided ?? undecided(walk, terms, said, stage);
  if (!closing || !isSame(closing, { ...said, feeTo: isNobody(event.args.feeTo) ? null : event.args.feeTo }))
    return null;
  const rateable = walk.rateable || outcome === "completed";
  return { ...walk, status: "closed", outcome, since: event.time, rateable, decided: null, closedBy: event };
}

/** The closing by a party's act, or by silence once its time has come; null where there is none. */
function undecided(
  walk: Walk,
  terms: Terms,
  { outcome, bySilence, sellerMinutes }: Omit<Closing, "feeTo">,
  { status, dueOutcome }: Stage,
): Closing | null {
  if (bySilence) return dueOutcome && unruled(walk, terms, dueOutcome);
  if (dueOutcome || !ACTS[outcome]?.includes(status)) return null;
  if (outcome !== "settled") return { outcome, bySilence, sellerMinutes: [], feeTo: null };
  const fits = findSplitProblem(terms, sellerMinutes, walk.ruling !== null) === null;
  return fits ? { outcome, bySilence, sellerMinutes, feeTo: earnerOf(walk, terms) } : null;
}

function isSame(a: Closing, b: Closing): boolean {
  return (
    a.outcome === b.outcome &&
    a.bySilence === b.bySilence &&
    (a.feeTo && b.feeTo ? sameAddress(a.feeTo, b.feeTo) : a.feeTo === b.feeTo) &&
    a.sellerMinutes.length === b.sellerMinutes.length &&
    a.sellerMinutes.every((minutes, at) => minutes === b.sellerMinutes[at])
  );
}

/** What comes once the deal is over. */
function follow(walk: Walk, event: DealEvent): Walk | null {
  const age = event.time - walk.since;
  switch (event.eventName) {
    // What ran out is burned while the rest is paid.
    case "Lapsed":
      return event.transaction === walk.closedBy?.transaction ? walk : null;
    case "Rated": {
      const { rater } = event.args;
      const mayRate = walk.rateable && age <= RATING_WINDOW && !walk.raters.includes(rater);
      return mayRate ? { ...walk, raters: [...walk.raters, rater] } : null;
    }
    case "Replied":
      return age <= REPLY_WINDOW && walk.raters.includes(event.args.rater) ? walk : null;
    default:
      return walk;
  }
}
