import type { Address, Hex } from "viem";
import type { z } from "zod";
import { isNobody } from "#domain/address.ts";
import type { DealOutcome } from "#domain/deal-state.ts";
import { lapsedShare, shareOut, type Share } from "#domain/shares.ts";
import { potMinutes } from "#domain/split.ts";
import { dealId as idOfTerms, type Terms } from "#domain/terms.ts";
import { termsToJson, type termsJsonSchema } from "#domain/terms-json.ts";
import { walkCourse } from "./course.ts";
import { eventsOf, type DealEvent, type ProvenTransaction, type ReceiptContracts } from "./events.ts";
import { ReceiptProblem } from "./problem.ts";
import { findSignatures, type Acceptance, type FoundSignature } from "./signatures.ts";

/** An event in clear. Terms are left out of its arguments: they stand in the claims once. */
export type ClaimedEvent = {
  name: DealEvent["eventName"];
  block: number;
  /** Unix seconds. */
  time: number;
  transaction: Hex;
  /** Which of its transaction's logs, from 0. */
  log: number;
  /** Whole numbers beyond 2⁵³ as decimal strings. */
  args: Record<string, unknown>;
};

/** Who got how much of one id of the payment, in minutes. */
export type ClaimedShare = { tokenId: string; minutes: number } & Share;

export type ClaimedRating = {
  rater: Address;
  ratee: Address;
  stars: number;
  /** Commitment to the words; 32 zero bytes for none. */
  comment: Hex;
  reply: Hex | null;
};

/** What a receipt says in clear: all of it follows from the transactions it proves. */
export type Claims = {
  terms: z.input<typeof termsJsonSchema>;
  acceptance: Acceptance;
  signatures: FoundSignature[];
  outcome: DealOutcome;
  bySilence: boolean;
  /** Unix seconds. */
  closedAt: number;
  /** Which arbiter earned the fee. */
  feeTo: Address | null;
  /** The deal it goes on as, where it was amended. */
  amendedTo: Hex | null;
  shares: ClaimedShare[];
  ratings: ClaimedRating[];
  events: ClaimedEvent[];
};

/**
 * Reads a finished deal out of proven transactions: nothing in it is taken from anywhere else.
 * @throws ReceiptProblem `course`, `deal_id`, or `order` where a transaction says nothing of the deal
 */
export async function deriveClaims(
  dealId: Hex,
  contracts: ReceiptContracts,
  transactions: readonly ProvenTransaction[],
): Promise<Claims> {
  const events = eventsOf(dealId, contracts, transactions);
  const silent = transactions.find((each) => !events.some(({ transaction }) => transaction === each));
  if (silent)
    throw new ReceiptProblem("order", `Transaction ${silent.hash} says nothing of deal ${dealId} on these contracts.`);
  const terms = openingTerms(dealId, events);
  if (idOfTerms(terms, contracts) !== dealId)
    throw new ReceiptProblem(
      "deal_id",
      `The digest of the terms on chain ${contracts.chainId} is ${idOfTerms(terms, contracts)}, not the deal's id ${dealId}.`,
    );
  const acceptance = acceptanceOf(events);
  const outcome = walkCourse(dealId, terms, events);
  return {
    terms: termsToJson(terms),
    acceptance,
    signatures: await findSignatures({ ...contracts, dealId, terms }, acceptance, events),
    outcome,
    ...closingOf(dealId, events),
    shares: outcome === "amended" ? [] : sharesOf(terms, outcome, events),
    ratings: ratingsOf(events),
    events: events.map(toClaim),
  };
}

function openingTerms(dealId: Hex, events: readonly DealEvent[]): Terms {
  const [opening] = events;
  if (opening?.eventName === "Opened") return opening.args.terms;
  if (opening?.eventName === "Amended" && opening.args.newDealId === dealId) return opening.args.newTerms;
  throw new ReceiptProblem("course", "The deal's opening is missing, and with it its terms.");
}

const ACTIVE = 2;

function acceptanceOf(events: readonly DealEvent[]): Acceptance {
  if (events.some(({ eventName }) => eventName === "Accepted")) return "call";
  if (events.some(({ eventName }) => eventName === "SlotTaken")) return "offer";
  const [opening] = events;
  if (opening?.eventName === "Amended") return "amendment";
  return opening?.eventName === "Opened" && opening.args.status === ACTIVE ? "signature" : null;
}

function closingOf(
  dealId: Hex,
  events: readonly DealEvent[],
): Pick<Claims, "bySilence" | "closedAt" | "feeTo" | "amendedTo"> {
  for (const event of events) {
    if (event.eventName === "Amended" && event.args.dealId === dealId)
      return { bySilence: false, closedAt: event.time, feeTo: null, amendedTo: event.args.newDealId };
    if (event.eventName !== "Closed") continue;
    const { bySilence, feeTo } = event.args;
    return { bySilence, closedAt: event.time, feeTo: isNobody(feeTo) ? null : feeTo, amendedTo: null };
  }
  throw new ReceiptProblem("course", "The deal's closing is missing.");
}

function sharesOf(terms: Terms, outcome: DealOutcome, events: readonly DealEvent[]): ClaimedShare[] {
  const closing = events.find((event) => event.eventName === "Closed");
  const feeEarned = closing !== undefined && !isNobody(closing.args.feeTo);
  const sellerMinutes = closing?.args.sellerMinutes.map(Number) ?? [];
  const pot = potMinutes(terms);
  const shares = shareOut(pot, terms, { outcome, feeEarned, sellerMinutes });
  return terms.ids.map((id, index) => {
    const minutes = pot[index]!;
    const lapsed = events.some((event) => event.eventName === "Lapsed" && event.args.id === id);
    return { tokenId: String(id), minutes, ...(lapsed ? lapsedShare(minutes) : shares[index]!) };
  });
}

function ratingsOf(events: readonly DealEvent[]): ClaimedRating[] {
  return events.flatMap((event) => {
    if (event.eventName !== "Rated") return [];
    const { rater, ratee, stars, comment } = event.args;
    const answer = events.find((each) => each.eventName === "Replied" && each.args.rater === rater);
    const reply = answer?.eventName === "Replied" ? answer.args.reply : null;
    return [{ rater, ratee, stars, comment, reply }];
  });
}

function toClaim({ eventName, block, time, hash, log, args }: DealEvent): ClaimedEvent {
  const { terms: _terms, newTerms: _newTerms, ...rest } = args as Record<string, unknown>;
  return { name: eventName, block, time, transaction: hash, log, args: toJson(rest) as Record<string, unknown> };
}

function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJson(each)]));
}
