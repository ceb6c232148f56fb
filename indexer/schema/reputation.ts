import { index, onchainTable, primaryKey } from "ponder";

export const rating = onchainTable(
  "rating",
  (t) => ({
    dealId: t.hex().notNull(),
    rater: t.hex().notNull(),
    ratee: t.hex().notNull(),
    stars: t.integer().notNull(),
    comment: t.hex().notNull(),
    ratedAt: t.int8({ mode: "number" }).notNull(),
    reply: t.hex(),
    repliedAt: t.int8({ mode: "number" }),
    replyTx: t.hex(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.dealId, table.rater] }),
    rateeIndex: index().on(table.ratee),
    timeIndex: index().on(table.ratedAt),
  }),
);

/** One closed deal as it counts for one side's reputation (domain/reputation.ts). Quality and weight are scaled by 10¹⁸. */
export const reputationEntry = onchainTable(
  "reputation_entry",
  (t) => ({
    dealId: t.hex().notNull(),
    member: t.hex().notNull(),
    peer: t.hex().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
    closedAt: t.int8({ mode: "number" }).notNull(),
    /** Numerator and denominator of the quality, so that no precision is lost: quality = got / claimed. */
    got: t.int8({ mode: "number" }).notNull(),
    claimed: t.int8({ mode: "number" }).notNull(),
    /** q: 0–100. */
    quality: t.bigint().notNull(),
    /** w: the minutes that count, faded by their age on the day of the member's score. */
    weight: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.dealId, table.member] }),
    memberIndex: index().on(table.member),
  }),
);

/** What one counterparty adds to a member's score, as of the score's day and by its version. */
export const reputationPeer = onchainTable(
  "reputation_peer",
  (t) => ({
    member: t.hex().notNull(),
    peer: t.hex().notNull(),
    /** W, q̄ and c, scaled by 10¹⁸. */
    weight: t.bigint().notNull(),
    quality: t.bigint().notNull(),
    capped: t.bigint().notNull(),
    /** The part of the whole weight, prior included, that is this peer's: millionths. */
    shareMillionths: t.integer().notNull(),
    /** By how much it lifts the score above, or pulls it below, where it would be at neutral quality: hundredths of a point. */
    pointHundredths: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.member, table.peer] }) }),
);

/** The score of one member as of a UTC day (days since 1970), worked out with the head block. Before the first head
 * block after a back-fill, and for nobody else, `asOf` is 0. Members without entries have no row: their score is neutral. */
export const reputation = onchainTable(
  "reputation",
  (t) => ({
    address: t.hex().primaryKey(),
    score: t.integer().notNull(),
    asOf: t.integer().notNull(),
    version: t.integer().notNull(),
  }),
  (table) => ({ asOfIndex: index().on(table.asOf) }),
);
