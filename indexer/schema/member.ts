import { onchainTable } from "ponder";

/** Counters of one address that took part in anything. Minutes given and got are those of closed deals. */
export const member = onchainTable("member", (t) => ({
  address: t.hex().primaryKey(),
  firstSeenAt: t.int8({ mode: "number" }).notNull(),
  dealsAsBuyer: t.integer().notNull(),
  dealsAsSeller: t.integer().notNull(),
  completedDeals: t.integer().notNull(),
  disputedDeals: t.integer().notNull(),
  defaultedDeals: t.integer().notNull(),
  minutesGiven: t.int8({ mode: "number" }).notNull(),
  minutesGot: t.int8({ mode: "number" }).notNull(),
  ratingCount: t.integer().notNull(),
  starSum: t.integer().notNull(),
}));
