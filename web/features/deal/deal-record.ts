import type { Hex } from "viem";
import type { DealState } from "#domain/deal-state.ts";
import type { Terms } from "#domain/terms.ts";
import type { claim, deal, dealEvent, dealPayment, evidence, rating } from "#indexer/ponder.schema.ts";

export type DealRow = typeof deal.$inferSelect;
export type PaymentRow = typeof dealPayment.$inferSelect;
export type EventRow = typeof dealEvent.$inferSelect;
export type EvidenceRow = typeof evidence.$inferSelect;
export type ClaimRow = typeof claim.$inferSelect;
export type RatingRow = typeof rating.$inferSelect;

/** A deal as the rules of `domain/` read it. */
export type DealFacts = { id: Hex; state: DealState; terms: Terms; defaulted: boolean };

/** Reads the rules' view of a deal out of its rows. */
export function factsOf(row: DealRow, payment: readonly PaymentRow[]): DealFacts {
  const { id, status, outcome, since, rateable, ruling, defaulted } = row;
  return { id, state: { status, outcome, since, rateable, ruling }, terms: termsOf(row, payment), defaulted };
}

function termsOf(row: DealRow, payment: readonly PaymentRow[]): Terms {
  const inOrder = [...payment].sort((a, b) => a.position - b.position);
  return {
    buyer: row.buyer,
    seller: row.seller,
    arbiter: row.arbiter,
    appealArbiter: row.appealArbiter,
    ids: inOrder.map(({ tokenId }) => tokenId),
    amounts: inOrder.map(({ amount }) => amount),
    acceptBy: row.acceptBy,
    deliverFrom: row.deliverFrom,
    deliverBy: row.deliverBy,
    reviewWindow: row.reviewWindow,
    rulingWindow: row.rulingWindow,
    appealWindow: row.appealWindow,
    arbiterFeeBps: row.arbiterFeeBps,
    silenceSellerBps: row.silenceSellerBps,
    brief: row.brief,
    salt: row.salt,
  };
}
