import type { Address, Hex } from "viem";
import { isNobody } from "#domain/address.ts";
import { DEAL_OUTCOMES, DEAL_STATUSES } from "#domain/deal-state.ts";
import type { Terms } from "#domain/terms.ts";
import type { ChainEvent, EventNamed } from "../events.ts";
import type { DealRow, Place } from "../rows.ts";
import { replayTurn } from "./arbiters.ts";
import { explainNonce } from "./consents.ts";
import { dealOf, refuse, rolesOf, see, type Ledger } from "./ledger.ts";
import { explainPayment } from "./moves.ts";
import { addPayment, dividePayment, lapsePayment, paymentOf } from "./payments.ts";
import { addStep, dealTopic, roleTopics } from "./timeline.ts";

/** Replays an event of a deal's life, but for its rulings; others are none of its business. */
export function replayDeal(ledger: Ledger, event: ChainEvent): void {
  const { timestamp: at } = event;
  switch (event.eventName) {
    case "Opened":
      return replayOpening(ledger, event);
    case "Amended":
      return replayAmendment(ledger, event);
    case "Closed":
      return replayClosing(ledger, event);
    case "Accepted": {
      const deal = dealOf(ledger, event, event.args.dealId);
      Object.assign(deal, { status: "active", acceptedAt: at } satisfies Partial<DealRow>);
      return tell(ledger, event, deal, { kind: "accepted", by: deal.seller });
    }
    case "Voided": {
      const { dealId, by } = event.args;
      return addStep(ledger, event, { dealId, kind: "voided", by, topics: [] });
    }
    case "Delivered": {
      const deal = dealOf(ledger, event, event.args.dealId);
      const change = { status: "delivered", since: at, deliveredAt: at, rateable: true } satisfies Partial<DealRow>;
      Object.assign(deal, change);
      return tell(ledger, event, deal, { kind: "delivered", by: deal.seller });
    }
    case "Lapsed": {
      const { dealId, id, amount } = event.args;
      lapsePayment(ledger, event, dealId, { id, amount });
      const data = { id: String(id), amount: String(amount) };
      return tell(ledger, event, dealOf(ledger, event, dealId), { kind: "lapsed", data });
    }
  }
}

/** Adds a step of a known deal, of which everyone with a part in it hears. */
export function tell(
  ledger: Ledger,
  place: Place,
  deal: DealRow,
  step: Omit<Parameters<typeof addStep>[2], "dealId" | "topics">,
): void {
  addStep(ledger, place, { ...step, dealId: deal.id, topics: roleTopics(deal) });
}

function replayOpening(ledger: Ledger, event: EventNamed<"Opened">): void {
  const { dealId, buyer, status: index, terms } = event.args;
  const status = DEAL_STATUSES[index - 1];
  if (status !== "pending" && status !== "active") return refuse(event, "no deal opens so");
  if (ledger.tables.deal.has(dealId)) refuse(event, "the deal was opened before");
  explainPayment(ledger, event, dealId, terms);
  const deal = addDeal(ledger, event, dealId, terms, null);
  Object.assign(deal, { status, acceptedAt: status === "active" ? event.timestamp : null } satisfies Partial<DealRow>);
  for (const role of rolesOf(deal)) see(ledger, role, event.timestamp);
  tell(ledger, event, deal, { kind: "opened", by: buyer, data: { status } });
}

function replayAmendment(ledger: Ledger, event: EventNamed<"Amended">): void {
  const { dealId, newDealId, newTerms } = event.args;
  const { timestamp: at } = event;
  const before = dealOf(ledger, event, dealId);
  const next = addDeal(ledger, event, newDealId, newTerms, before);
  const closing = { status: "closed", outcome: "amended", since: at, closedAt: at, amendedTo: newDealId } as const;
  Object.assign(before, closing satisfies Partial<DealRow>);
  const topics = [dealTopic(newDealId), ...roleTopics(next)];
  addStep(ledger, event, { dealId, kind: "amended", data: { newDealId }, topics });
}

function replayClosing(ledger: Ledger, event: EventNamed<"Closed">): void {
  const { dealId, bySilence, feeTo } = event.args;
  const { timestamp: at } = event;
  const deal = dealOf(ledger, event, dealId);
  const outcome = DEAL_OUTCOMES[event.args.outcome - 1];
  if (outcome === undefined || deal.status === "closed") return refuse(event, "the deal cannot close so");
  const sellerMinutes = event.args.sellerMinutes.map(Number);
  const feeEarned = !isNobody(feeTo);
  const awarded = dividePayment(ledger, event, deal, { outcome, feeEarned, sellerMinutes });
  const { status: stage } = deal;
  const closing: Partial<DealRow> = {
    status: "closed",
    outcome,
    since: at,
    closedAt: at,
    rateable: deal.rateable || outcome === "completed",
    bySilence,
    defaulted: bySilence && outcome === "refunded" && stage === "active",
    feeTo: feeEarned ? feeTo : null,
    ...awarded,
  };
  Object.assign(deal, closing);
  const feeMinutes = paymentOf(ledger, dealId).reduce((sum, row) => sum + (row.feeMinutes ?? 0), 0);
  replayTurn(ledger, event, deal, { kind: "closed", feeTo: deal.feeTo, feeMinutes });
  if (outcome === "settled") explainNonce(ledger, event, 1, "settlement");
  ledger.tables.payout.set(event.txHash, { txHash: event.txHash, dealId });
  const data = { outcome, bySilence, feeTo: deal.feeTo, sellerMinutes };
  const by = bySilence ? undefined : closerOf(deal, stage);
  tell(ledger, event, deal, { kind: "closed", data, ...(by && { by }) });
}

/** Only the buyer confirms, and only the seller refunds what was accepted; else the outcome does not say who closed. */
function closerOf({ outcome, buyer, seller }: DealRow, stage: DealRow["status"]): Address | undefined {
  if (outcome === "completed") return buyer;
  return outcome === "refunded" && stage !== "pending" ? seller : undefined;
}

/** A deal as it begins, active unless said otherwise. */
function addDeal(ledger: Ledger, place: Place, id: Hex, terms: Terms, before: DealRow | null): DealRow {
  const { ids: _ids, amounts: _amounts, ...agreed } = terms;
  const deal: DealRow = {
    id,
    ...agreed,
    status: "active",
    outcome: null,
    since: terms.deliverFrom,
    rateable: false,
    bySilence: false,
    defaulted: false,
    minutes: addPayment(ledger, id, terms),
    ruling: null,
    feeTo: null,
    sellerMinutes: null,
    buyerMinutes: null,
    openedAt: place.timestamp,
    acceptedAt: place.timestamp,
    deliveredAt: null,
    disputedAt: null,
    ruledAt: null,
    closedAt: null,
    amendedFrom: before?.id ?? null,
    origin: before?.origin ?? id,
    amendedTo: null,
    openedTx: place.txHash,
    openedBlock: place.block,
  };
  ledger.tables.deal.set(id, deal);
  return deal;
}
