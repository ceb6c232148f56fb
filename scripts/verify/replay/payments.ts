import type { Hex } from "viem";
import type { DealOutcome } from "#domain/deal-state.ts";
import { feeMinutesDown, potMinutes, silenceMinutesDown } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import { keyOf, type DealRow, type PaymentRow, type Place } from "../rows.ts";
import { refuse, type Ledger } from "./ledger.ts";

/** How the `Closed` event says a payment is divided. */
export type Division = {
  outcome: DealOutcome;
  feeEarned: boolean;
  /** The seller's, per id; empty where the outcome implies it. */
  sellerMinutes: readonly number[];
};

/** @returns the whole payment in minutes */
export function addPayment({ tables }: Ledger, dealId: Hex, terms: Terms): number {
  const pot = potMinutes(terms);
  for (const [position, tokenId] of terms.ids.entries()) {
    const amount = terms.amounts[position] ?? 0n;
    const shares = { sellerMinutes: null, buyerMinutes: null, feeMinutes: null, lapsedMinutes: null };
    const row = { dealId, position, tokenId, amount, minutes: pot[position] ?? 0, ...shares };
    tables.deal_payment.set(keyOf(dealId, position), row);
  }
  return pot.reduce((sum, minutes) => sum + minutes, 0);
}

/**
 * Divides a closed deal's payment: the fee out of each id first, then the seller's part, the rest is the buyer's.
 * @returns what each side was awarded in all
 * @throws Failure where the parts are more than the whole
 */
export function dividePayment(
  ledger: Ledger,
  place: Place,
  deal: DealRow,
  { outcome, feeEarned, sellerMinutes }: Division,
): { sellerMinutes: number; buyerMinutes: number } {
  const awarded = { sellerMinutes: 0, buyerMinutes: 0 };
  const rows = paymentOf(ledger, deal.id);
  if (sellerMinutes.length !== 0 && sellerMinutes.length !== rows.length)
    refuse(place, "it divides another number of ids");
  for (const row of rows) {
    row.feeMinutes = feeEarned ? feeMinutesDown(row.minutes, deal.arbiterFeeBps) : 0;
    row.sellerMinutes = sellerMinutes[row.position] ?? impliedMinutes(row.minutes, outcome, deal.silenceSellerBps);
    row.buyerMinutes = row.minutes - row.feeMinutes - row.sellerMinutes;
    row.lapsedMinutes = 0;
    if (row.buyerMinutes < 0) refuse(place, "it gives away more than was paid");
    awarded.sellerMinutes += row.sellerMinutes;
    awarded.buyerMinutes += row.buyerMinutes;
  }
  return awarded;
}

/** Nobody gets anything of an id that ran out before the payout. */
export function lapsePayment(ledger: Ledger, place: Place, dealId: Hex, lapsed: { id: bigint; amount: bigint }): void {
  const row = paymentOf(ledger, dealId).find(({ tokenId }) => tokenId === lapsed.id);
  if (row?.amount !== lapsed.amount) return refuse(place, "the deal was not paid with what lapsed");
  Object.assign(row, { sellerMinutes: 0, buyerMinutes: 0, feeMinutes: 0, lapsedMinutes: row.minutes });
}

/** @returns the deal's payment in minutes per id */
export function potOf(ledger: Ledger, dealId: Hex): number[] {
  return paymentOf(ledger, dealId).map(({ minutes }) => minutes);
}

/** @returns the deal's payment, in the order of its terms */
export function paymentOf({ tables }: Ledger, dealId: Hex): PaymentRow[] {
  const rows: PaymentRow[] = [];
  for (let row = tables.deal_payment.get(keyOf(dealId, 0)); row;) {
    rows.push(row);
    row = tables.deal_payment.get(keyOf(dealId, rows.length));
  }
  return rows;
}

function impliedMinutes(minutes: number, outcome: DealOutcome, silenceSellerBps: number): number {
  if (outcome === "completed") return minutes;
  return outcome === "split" ? silenceMinutesDown(minutes, silenceSellerBps) : 0;
}
