import { activeMember, communityDay } from "ponder:schema";
import { utcDay } from "#domain/reputation.ts";
import { zeroAddress, type Address } from "viem";
import { countMember } from "./member.ts";
import type { Db } from "./place.ts";
import { addTo } from "./sums.ts";

/** What a day counts. */
export type DayCounter = Exclude<keyof typeof communityDay.$inferSelect, "day">;

/**
 * Adds to the community's figures of a day.
 * @param at unix second
 */
export async function countDay(db: Db, at: number, counts: Partial<Record<DayCounter, number>>): Promise<void> {
  await db
    .insert(communityDay)
    .values({ ...NEW_DAY, ...counts, day: utcDay(at) })
    .onConflictDoUpdate((row) => addTo<DayCounter>(row, counts));
}

/** Notes that an address did something of its own; what merely happened to it does not count. */
export async function recordAct(db: Db, who: Address, at: number): Promise<void> {
  if (who === zeroAddress) return;
  await countMember(db, who, at);
  const isNew = await db
    .insert(activeMember)
    .values({ day: utcDay(at), address: who })
    .onConflictDoNothing();
  if (isNew) await countDay(db, at, { activeMembers: 1 });
}

const NEW_DAY = {
  activeMembers: 0,
  openedDeals: 0,
  disputedDeals: 0,
  completedDeals: 0,
  refundedDeals: 0,
  settledDeals: 0,
  ruledDeals: 0,
  splitDeals: 0,
  exchangedMinutes: 0,
  mintedMinutes: 0,
  redeemedMinutes: 0,
  forgivenMinutes: 0,
  withdrawnMinutes: 0,
  lapsedMinutes: 0,
  ratings: 0,
  swaps: 0,
  swappedMinutes: 0,
} satisfies Record<DayCounter, number>;
