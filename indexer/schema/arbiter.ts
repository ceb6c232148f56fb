import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** How an arbiter's turn in a deal ended (domain/arbiter-turn.ts). */
export const turnEnd = onchainEnum("turn_end", ["ruled", "recused", "silent", "spared"]);

/** The directory: what an arbiter says of themselves. Who left keeps the row, for their record. */
export const arbiterListing = onchainTable("arbiter_listing", (t) => ({
  arbiter: t.hex().primaryKey(),
  /** Content hash; the words behind it are web's. */
  profile: t.hex().notNull(),
  feeBps: t.integer().notNull(),
  available: t.boolean().notNull(),
  /** As the contract's `Listing.since`. */
  listedAt: t.int8({ mode: "number" }).notNull(),
  changedAt: t.int8({ mode: "number" }).notNull(),
  /** Null while listed. */
  leftAt: t.int8({ mode: "number" }),
}));

/** The record of every address that was ever asked to rule, listed or not: the sums of its `arbiter_turn`. A turn that is
 * open past its `ruleBy` is counted as silent once an event of its deal comes after it. */
export const arbiter = onchainTable("arbiter", (t) => ({
  address: t.hex().primaryKey(),
  /** Turns: disputes and appeals that waited for their ruling. */
  asked: t.integer().notNull(),
  /** In time; the escrow takes no other ruling. */
  ruled: t.integer().notNull(),
  recused: t.integer().notNull(),
  silent: t.integer().notNull(),
  /** The sides settled or one conceded first. */
  spared: t.integer().notNull(),
  /** Of those ruled: the arbiter of the appeal ruled otherwise. */
  overturned: t.integer().notNull(),
  feeMinutes: t.int8({ mode: "number" }).notNull(),
}));

/** One deal's waiting for one arbiter. The four roles of a deal are distinct, so an arbiter has one turn in each. */
export const arbiterTurn = onchainTable(
  "arbiter_turn",
  (t) => ({
    dealId: t.hex().notNull(),
    arbiter: t.hex().notNull(),
    /** They ruled on an appeal, or in the place of a first arbiter who did not rule. */
    isAppeal: t.boolean().notNull(),
    askedAt: t.int8({ mode: "number" }).notNull(),
    /** The last second to rule in. */
    ruleBy: t.int8({ mode: "number" }).notNull(),
    /** Null while it waits. */
    end: turnEnd(),
    endedAt: t.int8({ mode: "number" }),
    /** The seller's minutes per id of their ruling, as JSON numbers. */
    ruling: t.json().$type<number[]>(),
    /** Content hash of the reasons. */
    reasons: t.hex(),
    overturned: t.boolean().notNull(),
    /** What the closing awarded them, lapsed or not. */
    feeMinutes: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.dealId, table.arbiter] }),
    arbiterIndex: index().on(table.arbiter, table.askedAt),
  }),
);
