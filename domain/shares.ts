import type { DealOutcome } from "./deal-state.ts";
import { feeMinutesDown, silenceMinutesDown } from "./split.ts";

/** Who gets how many minutes of one id of the payment. */
export type Share = { sellerMinutes: number; buyerMinutes: number; feeMinutes: number; lapsedMinutes: number };

/** What the `Closed` event says of the split. */
export type Closing = {
  outcome: DealOutcome;
  feeEarned: boolean;
  /** Per id; empty where the outcome implies it. */
  sellerMinutes: readonly number[];
};

/**
 * How the escrow divides a payment when a deal closes.
 * @param pot minutes per id
 * @returns one share per id; what lapsed is told by events of its own
 */
export function shareOut(
  pot: readonly number[],
  terms: { arbiterFeeBps: number; silenceSellerBps: number },
  closing: Closing,
): Share[] {
  return pot.map((minutes, index) => {
    const feeMinutes = closing.feeEarned ? feeMinutesDown(minutes, terms.arbiterFeeBps) : 0;
    const sellerMinutes = closing.sellerMinutes[index] ?? impliedMinutes(minutes, terms.silenceSellerBps, closing);
    return { sellerMinutes, feeMinutes, buyerMinutes: minutes - feeMinutes - sellerMinutes, lapsedMinutes: 0 };
  });
}

/** The share of an id that ran out before the payout. */
export function lapsedShare(minutes: number): Share {
  return { sellerMinutes: 0, buyerMinutes: 0, feeMinutes: 0, lapsedMinutes: minutes };
}

function impliedMinutes(minutes: number, silenceSellerBps: number, { outcome }: Closing): number {
  if (outcome === "completed") return minutes;
  return outcome === "split" ? silenceMinutesDown(minutes, silenceSellerBps) : 0;
}
