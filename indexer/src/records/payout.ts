import { payout } from "ponder:schema";
import type { Hex } from "viem";
import type { Db, LoggedEvent } from "./place.ts";

/** Notes that what the escrow sends from here on in this transaction is the deal's: it says so before it pays. */
export async function beginPayout(db: Db, { transaction }: LoggedEvent, dealId: Hex): Promise<void> {
  await db.insert(payout).values({ txHash: transaction.hash, dealId }).onConflictDoUpdate({ dealId });
}

/** @returns the deal whose payout is under way in the event's transaction, or null */
export async function payoutOf(db: Db, { transaction }: LoggedEvent): Promise<Hex | null> {
  const row = await db.find(payout, { txHash: transaction.hash });
  return row?.dealId ?? null;
}
