import { member } from "ponder:schema";
import { zeroAddress, type Address } from "viem";
import type { Db } from "./place.ts";
import { addTo } from "./sums.ts";

type Counter = Exclude<keyof typeof member.$inferSelect, "address" | "firstSeenAt">;

/**
 * Notes that an address took part in something, and counts.
 * @param at unix second
 * @param counts what to add to its counters
 */
export async function countMember(
  db: Db,
  address: Address,
  at: number,
  counts: Partial<Record<Counter, number>> = {},
): Promise<void> {
  if (address === zeroAddress) return;
  const seen = db.insert(member).values({ ...NEW_MEMBER, ...counts, address, firstSeenAt: at });
  if (Object.keys(counts).length === 0) await seen.onConflictDoNothing();
  else await seen.onConflictDoUpdate((row) => addTo<Counter>(row, counts));
}

/** Counts a deal for both sides once the seller has taken it. */
export async function countDeal(db: Db, deal: { buyer: Address; seller: Address }, at: number): Promise<void> {
  await countMember(db, deal.buyer, at, { dealsAsBuyer: 1 });
  await countMember(db, deal.seller, at, { dealsAsSeller: 1 });
}

const NEW_MEMBER = {
  dealsAsBuyer: 0,
  dealsAsSeller: 0,
  completedDeals: 0,
  disputedDeals: 0,
  defaultedDeals: 0,
  minutesGiven: 0,
  minutesGot: 0,
  ratingCount: 0,
  starSum: 0,
} satisfies Record<Counter, number>;
