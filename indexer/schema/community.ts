import { index, onchainTable, primaryKey } from "ponder";

/** What the community did on one UTC day (days since 1970); a day on which nothing happened has no row. */
export const communityDay = onchainTable("community_day", (t) => ({
  day: t.integer().primaryKey(),
  /** Addresses that acted: the rows of `active_member`. */
  activeMembers: t.integer().notNull(),
  openedDeals: t.integer().notNull(),
  disputedDeals: t.integer().notNull(),
  /** Closed on this day, by outcome; what went on under amended terms neither closed nor opened. */
  completedDeals: t.integer().notNull(),
  refundedDeals: t.integer().notNull(),
  settledDeals: t.integer().notNull(),
  ruledDeals: t.integer().notNull(),
  splitDeals: t.integer().notNull(),
  /** What sellers got from the deals that closed. */
  exchangedMinutes: t.int8({ mode: "number" }).notNull(),
  mintedMinutes: t.int8({ mode: "number" }).notNull(),
  redeemedMinutes: t.int8({ mode: "number" }).notNull(),
  forgivenMinutes: t.int8({ mode: "number" }).notNull(),
  withdrawnMinutes: t.int8({ mode: "number" }).notNull(),
  lapsedMinutes: t.int8({ mode: "number" }).notNull(),
  ratings: t.integer().notNull(),
  /** Orders filled, and what their makers gave. */
  swaps: t.integer().notNull(),
  swappedMinutes: t.int8({ mode: "number" }).notNull(),
}));

/** Who did something of their own on which UTC day: promised, gave, dealt, ruled, rated, swapped. */
export const activeMember = onchainTable(
  "active_member",
  (t) => ({
    day: t.integer().notNull(),
    address: t.hex().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.day, table.address] }),
    addressIndex: index().on(table.address),
  }),
);
