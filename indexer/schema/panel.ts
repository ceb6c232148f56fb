import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** What the members of a panel decided in a deal. */
export const panelDecision = onchainEnum("panel_decision", ["ruling", "recusal"]);

/** A contract that says its members rule together (docs/decisions/0030). Anyone can deploy one, listed or not. */
export const panel = onchainTable("panel", (t) => ({
  address: t.hex().primaryKey(),
  /** How many votes decide. */
  threshold: t.integer().notNull(),
  seats: t.integer().notNull(),
  txHash: t.hex().notNull(),
  seatedAt: t.int8({ mode: "number" }).notNull(),
}));

export const panelMember = onchainTable(
  "panel_member",
  (t) => ({
    panel: t.hex().notNull(),
    member: t.hex().notNull(),
    /** Counted from zero. */
    seat: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.panel, table.member] }),
    memberIndex: index().on(table.member),
  }),
);

/** One deal before a panel, from its first vote on. When the escrow took the decision is told by the panel's `arbiter_turn`. */
export const panelCase = onchainTable(
  "panel_case",
  (t) => ({
    panel: t.hex().notNull(),
    dealId: t.hex().notNull(),
    /** Those who voted for a ruling, in the order of their votes. */
    voters: t.json().$type<`0x${string}`[]>().notNull(),
    recusals: t.integer().notNull(),
    /** Null until enough members said the same. */
    decision: panelDecision(),
    decidedAt: t.int8({ mode: "number" }),
    /** The median of the votes, per id, once that is the decision. */
    ruling: t.json().$type<number[]>(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.panel, table.dealId] }),
    dealIndex: index().on(table.dealId),
  }),
);

/** What one member said of one deal. */
export const panelVote = onchainTable(
  "panel_vote",
  (t) => ({
    panel: t.hex().notNull(),
    dealId: t.hex().notNull(),
    member: t.hex().notNull(),
    /** Per id, as JSON numbers; null where they voted to step back. */
    sellerMinutes: t.json().$type<number[]>(),
    reasons: t.hex(),
    txHash: t.hex().notNull(),
    votedAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.panel, table.dealId, table.member] }),
    memberIndex: index().on(table.member),
  }),
);

/** A counted voter's part of a fee, in the id's unit: what is still due is `booked` − `withdrawn`. */
export const panelShare = onchainTable(
  "panel_share",
  (t) => ({
    panel: t.hex().notNull(),
    dealId: t.hex().notNull(),
    member: t.hex().notNull(),
    tokenId: t.bigint().notNull(),
    booked: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.panel, table.dealId, table.member, table.tokenId] }),
    memberIndex: index().on(table.member),
  }),
);

/** How a member last said the panel should stand in the directory. It is used up where the listing changed since. */
export const panelListingVote = onchainTable(
  "panel_listing_vote",
  (t) => ({
    panel: t.hex().notNull(),
    member: t.hex().notNull(),
    profile: t.hex().notNull(),
    feeBps: t.integer().notNull(),
    available: t.boolean().notNull(),
    votedAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.panel, table.member] }) }),
);
