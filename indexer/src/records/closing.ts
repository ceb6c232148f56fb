import { deal, dealPayment } from "ponder:schema";
import { isNobody } from "#domain/address.ts";
import type { DealOutcome } from "#domain/deal-state.ts";
import { lapsedShare, shareOut } from "#domain/shares.ts";
import type { Address, Hex } from "viem";
import { countDay, type DayCounter } from "./community-day.ts";
import { dealOf, paymentOf, type DealRow } from "./deal.ts";
import { countMember } from "./member.ts";
import { beginPayout } from "./payout.ts";
import { timeOf, type Db, type LoggedEvent } from "./place.ts";
import { recordReputationEntries } from "./reputation.ts";
import { recordTurn } from "./turn.ts";

/** What the `Closed` event says. */
export type ClosedArgs = {
  dealId: Hex;
  outcome: DealOutcome;
  bySilence: boolean;
  /** The zero address for none. */
  feeTo: Address;
  /** Per id; empty where the outcome implies it. */
  sellerMinutes: readonly number[];
};

/**
 * Closes a deal: who gets what of the payment, what it counts for, and that the escrow pays out from here on.
 * @returns the deal as it was before, and as it is now
 */
export async function recordClosing(
  db: Db,
  event: LoggedEvent,
  closed: ClosedArgs,
): Promise<{ before: DealRow; after: DealRow }> {
  const before = await dealOf(db, closed.dealId);
  const feeEarned = !isNobody(closed.feeTo);
  const payment = await paymentOf(db, before.id);
  const pot = payment.map(({ minutes }) => minutes);
  const shares = shareOut(pot, before, { ...closed, feeEarned });
  for (const [position, share] of shares.entries()) {
    await db.update(dealPayment, { dealId: before.id, position }).set(share);
  }

  const at = timeOf(event);
  const after = await db.update(deal, { id: before.id }).set({
    status: "closed",
    outcome: closed.outcome,
    since: at,
    closedAt: at,
    rateable: before.rateable || closed.outcome === "completed",
    bySilence: closed.bySilence,
    defaulted: closed.bySilence && closed.outcome === "refunded" && before.status === "active",
    feeTo: feeEarned ? closed.feeTo : null,
    sellerMinutes: shares.reduce((sum, share) => sum + share.sellerMinutes, 0),
    buyerMinutes: shares.reduce((sum, share) => sum + share.buyerMinutes, 0),
  });
  await countClosing(db, after, at);
  const feeMinutes = feeEarned ? shares.reduce((sum, share) => sum + share.feeMinutes, 0) : 0;
  await recordTurn(db, event, after, { kind: "closed", feeTo: after.feeTo, feeMinutes });
  await recordReputationEntries(db, after);
  await beginPayout(db, event, before.id);
  return { before, after };
}

/** Notes that the whole deposit of an id ran out before the payout. */
export async function recordLapse(db: Db, dealId: Hex, tokenId: bigint): Promise<void> {
  const payment = await paymentOf(db, dealId);
  for (const { position, minutes } of payment.filter((row) => row.tokenId === tokenId)) {
    await db.update(dealPayment, { dealId, position }).set(lapsedShare(minutes));
  }
}

async function countClosing(db: Db, closed: DealRow, at: number): Promise<void> {
  const minutes = closed.sellerMinutes ?? 0;
  const counter = COUNTERS[closed.outcome ?? "amended"];
  await countDay(db, at, { ...(counter && { [counter]: 1 }), exchangedMinutes: minutes });
  if (closed.acceptedAt === null) return;
  const completedDeals = closed.outcome === "completed" ? 1 : 0;
  await countMember(db, closed.buyer, at, { completedDeals, minutesGot: minutes });
  await countMember(db, closed.seller, at, {
    completedDeals,
    minutesGiven: minutes,
    defaultedDeals: closed.defaulted ? 1 : 0,
  });
}

/** What goes on under amended terms is not over. */
const COUNTERS: Record<DealOutcome, DayCounter | null> = {
  completed: "completedDeals",
  refunded: "refundedDeals",
  settled: "settledDeals",
  ruled: "ruledDeals",
  split: "splitDeals",
  amended: null,
};
