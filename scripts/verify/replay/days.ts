import type { DealOutcome } from "#domain/deal-state.ts";
import { utcDay } from "#domain/reputation.ts";
import { keyOf, type MoveKind } from "../rows.ts";
import type { DayRow } from "../rows/community.ts";
import type { Ledger } from "./ledger.ts";

type Figure = Exclude<keyof DayRow, "day">;

/** Which figure a move of tokens counts in. */
const MOVED: Partial<Record<MoveKind, Figure>> = {
  mint: "mintedMinutes",
  redeem: "redeemedMinutes",
  forgive: "forgivenMinutes",
  withdraw: "withdrawnMinutes",
  lapse: "lapsedMinutes",
};

const CLOSED: Partial<Record<DealOutcome, Figure>> = {
  completed: "completedDeals",
  refunded: "refundedDeals",
  settled: "settledDeals",
  ruled: "ruledDeals",
  split: "splitDeals",
};

/**
 * Works out the community's figures of every day, from all that happened. The indexer counts them event by event: that the
 * two ways meet is what is verified, so neither knows the other.
 */
export function deriveDays({ tables }: Ledger): void {
  const count = (day: number, figure: Figure, by = 1) => {
    const row = tables.community_day.get(keyOf(day)) ?? { ...NOTHING, day };
    row[figure] += by;
    tables.community_day.set(keyOf(day), row);
  };
  for (const { day } of tables.active_member.values()) count(day, "activeMembers");
  for (const { kind, minutes, timestamp } of tables.transfer.values()) {
    const figure = MOVED[kind];
    if (figure) count(utcDay(timestamp), figure, minutes);
  }
  for (const deal of tables.deal.values()) {
    if (deal.amendedFrom === null) count(utcDay(deal.openedAt), "openedDeals");
    if (deal.disputedAt !== null) count(utcDay(deal.disputedAt), "disputedDeals");
    const figure = deal.outcome && CLOSED[deal.outcome];
    if (!figure || deal.closedAt === null) continue;
    count(utcDay(deal.closedAt), figure);
    count(utcDay(deal.closedAt), "exchangedMinutes", deal.sellerMinutes ?? 0);
  }
  for (const { ratedAt } of tables.rating.values()) count(utcDay(ratedAt), "ratings");
  for (const { timestamp, givenMinutes } of tables.swap.values()) {
    count(utcDay(timestamp), "swaps");
    count(utcDay(timestamp), "swappedMinutes", givenMinutes);
  }
}

const NOTHING: Omit<DayRow, "day"> = {
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
};
