import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

// Ponder takes its tables from this file alone.
export * from "./schema/arbiter.ts";
export * from "./schema/community.ts";
export * from "./schema/consent.ts";
export * from "./schema/panel.ts";
export * from "./schema/swap.ts";

/** How time is counted in one token, in the order of the contract's `Unit`. */
export const unit = onchainEnum("unit", ["minute", "hour", "day"]);

/** What a move of tokens was. A conversion or a renewal is two moves: out of the old id, into the new one. */
export const transferKind = onchainEnum("transfer_kind", [
  "mint",
  "transfer",
  "escrow_in",
  "escrow_out",
  "redeem",
  "forgive",
  "withdraw",
  "lapse",
  "convert_out",
  "convert_in",
  "renew_out",
  "renew_in",
]);

/** What the escrow stores of a deal's life, in the order of the contract's `Status` (without None). */
export const dealStatus = onchainEnum("deal_status", [
  "pending",
  "active",
  "delivered",
  "disputed",
  "ruled",
  "escalated",
  "closed",
  "voided",
]);

/** How a deal closed, in the order of the contract's `Outcome` (without None). */
export const dealOutcome = onchainEnum("deal_outcome", [
  "completed",
  "refunded",
  "settled",
  "ruled",
  "split",
  "amended",
]);

/** One row of a deal's timeline is one event of the escrow. */
export const dealEventKind = onchainEnum("deal_event_kind", [
  "opened",
  "accepted",
  "voided",
  "amended",
  "delivered",
  "disputed",
  "evidence",
  "ruled",
  "recused",
  "appealed",
  "conceded",
  "closed",
  "lapsed",
  "claim_added",
  "claim_paid",
  "claim_redirected",
  "claim_lapsed",
]);

/** One ERC-1155 id. `minted` and `burned` count conversions and renewals too, as the contract's `supplyOf` does. */
export const token = onchainTable(
  "token",
  (t) => ({
    id: t.bigint().primaryKey(),
    issuer: t.hex().notNull(),
    unit: unit().notNull(),
    expiry: t.int8({ mode: "number" }).notNull(),
    minted: t.bigint().notNull(),
    burned: t.bigint().notNull(),
    createdAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ issuerIndex: index().on(table.issuer) }),
);

/** What one address holds of one id; rows stay at zero. */
export const holding = onchainTable(
  "holding",
  (t) => ({
    tokenId: t.bigint().notNull(),
    holder: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.tokenId, table.holder] }),
    holderIndex: index().on(table.holder),
  }),
);

/** The promise record, in minutes: minted = held + inEscrow + redeemed + forgiven + withdrawn + lapsed, for ever.
 * `outstanding` = held + inEscrow, as the contract counts it. */
export const issuer = onchainTable("issuer", (t) => ({
  address: t.hex().primaryKey(),
  mintedMinutes: t.int8({ mode: "number" }).notNull(),
  outstandingMinutes: t.int8({ mode: "number" }).notNull(),
  inEscrowMinutes: t.int8({ mode: "number" }).notNull(),
  redeemedMinutes: t.int8({ mode: "number" }).notNull(),
  forgivenMinutes: t.int8({ mode: "number" }).notNull(),
  withdrawnMinutes: t.int8({ mode: "number" }).notNull(),
  lapsedMinutes: t.int8({ mode: "number" }).notNull(),
  /** First mint; the credit line grows from here. */
  since: t.int8({ mode: "number" }).notNull(),
}));

/** The promise record held against what is there, worked out with the head block from all holdings: the difference is 0,
 * or the index is wrong and says so. */
export const promiseCheck = onchainTable("promise_check", (t) => ({
  issuer: t.hex().primaryKey(),
  mintedMinutes: t.int8({ mode: "number" }).notNull(),
  heldMinutes: t.int8({ mode: "number" }).notNull(),
  inEscrowMinutes: t.int8({ mode: "number" }).notNull(),
  /** Redeemed, forgiven, withdrawn and lapsed together. */
  endedMinutes: t.int8({ mode: "number" }).notNull(),
  /** minted − held − inEscrow − ended. */
  differenceMinutes: t.int8({ mode: "number" }).notNull(),
}));

/** Every move of every token. `id` is `txHash-logIndex-position`. */
export const transfer = onchainTable(
  "transfer",
  (t) => ({
    id: t.text().primaryKey(),
    kind: transferKind().notNull(),
    tokenId: t.bigint().notNull(),
    operator: t.hex().notNull(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
    /** The deal paid into or out of, where the move was one. */
    dealId: t.hex(),
    block: t.int8({ mode: "number" }).notNull(),
    logIndex: t.integer().notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    tokenIndex: index().on(table.tokenId, table.block),
    fromIndex: index().on(table.from, table.block),
    toIndex: index().on(table.to, table.block),
    dealIndex: index().on(table.dealId),
  }),
);

/** A deal with its full terms; the payment stands in `deal_payment`. */
export const deal = onchainTable(
  "deal",
  (t) => ({
    id: t.hex().primaryKey(),
    buyer: t.hex().notNull(),
    seller: t.hex().notNull(),
    arbiter: t.hex().notNull(),
    /** The zero address for none. */
    appealArbiter: t.hex().notNull(),
    acceptBy: t.int8({ mode: "number" }).notNull(),
    deliverFrom: t.int8({ mode: "number" }).notNull(),
    deliverBy: t.int8({ mode: "number" }).notNull(),
    reviewWindow: t.integer().notNull(),
    rulingWindow: t.integer().notNull(),
    appealWindow: t.integer().notNull(),
    arbiterFeeBps: t.integer().notNull(),
    silenceSellerBps: t.integer().notNull(),
    brief: t.hex().notNull(),
    salt: t.hex().notNull(),
    /** As stored by the contract; what time alone changes is derived by domain/deal.ts. */
    status: dealStatus().notNull(),
    outcome: dealOutcome(),
    /** As the contract's `Deal.since`: deliverFrom until delivery, then the start of the stage, then the closing. */
    since: t.int8({ mode: "number" }).notNull(),
    /** Delivered or confirmed at some time: it can be rated. */
    rateable: t.boolean().notNull(),
    bySilence: t.boolean().notNull(),
    /** Closed by silence while active: the seller did not deliver. */
    defaulted: t.boolean().notNull(),
    /** Whole payment in minutes. */
    minutes: t.int8({ mode: "number" }).notNull(),
    /** The seller's minutes per id of the first ruling that stands, as JSON numbers; null where there is none. */
    ruling: t.json().$type<number[]>(),
    feeTo: t.hex(),
    /** What the closing awarded each side in minutes, lapsed or not; null while open, and where it went on amended. */
    sellerMinutes: t.int8({ mode: "number" }),
    buyerMinutes: t.int8({ mode: "number" }),
    openedAt: t.int8({ mode: "number" }).notNull(),
    acceptedAt: t.int8({ mode: "number" }),
    deliveredAt: t.int8({ mode: "number" }),
    disputedAt: t.int8({ mode: "number" }),
    ruledAt: t.int8({ mode: "number" }),
    closedAt: t.int8({ mode: "number" }),
    amendedFrom: t.hex(),
    /** The id it was first opened under: its own, until it is amended. */
    origin: t.hex().notNull(),
    amendedTo: t.hex(),
    openedTx: t.hex().notNull(),
    openedBlock: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    buyerIndex: index().on(table.buyer),
    sellerIndex: index().on(table.seller),
    arbiterIndex: index().on(table.arbiter),
    appealArbiterIndex: index().on(table.appealArbiter),
    statusIndex: index().on(table.status),
    briefIndex: index().on(table.brief),
  }),
);

/** What was paid into a deal and, once closed, who got what of it, in minutes. */
export const dealPayment = onchainTable(
  "deal_payment",
  (t) => ({
    dealId: t.hex().notNull(),
    position: t.integer().notNull(),
    tokenId: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
    sellerMinutes: t.int8({ mode: "number" }),
    buyerMinutes: t.int8({ mode: "number" }),
    feeMinutes: t.int8({ mode: "number" }),
    lapsedMinutes: t.int8({ mode: "number" }),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.dealId, table.position] }),
    tokenIndex: index().on(table.tokenId),
  }),
);

/** The timeline of every deal. `id` is `txHash-logIndex`. */
export const dealEvent = onchainTable(
  "deal_event",
  (t) => ({
    id: t.text().primaryKey(),
    dealId: t.hex().notNull(),
    kind: dealEventKind().notNull(),
    /** Who acted, where the event or the terms say so. */
    by: t.hex(),
    /** The event's other arguments, bigints as decimal strings. */
    data: t.json().$type<Record<string, unknown>>().notNull(),
    block: t.int8({ mode: "number" }).notNull(),
    logIndex: t.integer().notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ dealIndex: index().on(table.dealId, table.block, table.logIndex) }),
);

/** `id` is `txHash-logIndex`. The words behind `contentHash` are web's. */
export const evidence = onchainTable(
  "evidence",
  (t) => ({
    id: t.text().primaryKey(),
    dealId: t.hex().notNull(),
    by: t.hex().notNull(),
    contentHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ dealIndex: index().on(table.dealId) }),
);

/** The deal the escrow paid out last in a transaction: what it sends after that in the transaction is the deal's. */
export const payout = onchainTable("payout", (t) => ({
  txHash: t.hex().primaryKey(),
  dealId: t.hex().notNull(),
}));

/** Payouts a receiver refused; rows stay at zero. */
export const claim = onchainTable(
  "claim",
  (t) => ({
    dealId: t.hex().notNull(),
    owner: t.hex().notNull(),
    tokenId: t.bigint().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.dealId, table.owner, table.tokenId] }),
    ownerIndex: index().on(table.owner),
  }),
);

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
  }),
);

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

/** The newest block whose events are all indexed: one row, written with each block once the back-fill has caught up;
 * no row before that. A reorg shows as a `parentHash` that is not the hash seen before. */
export const head = onchainTable("head", (t) => ({
  chainId: t.integer().primaryKey(),
  block: t.int8({ mode: "number" }).notNull(),
  hash: t.hex().notNull(),
  parentHash: t.hex().notNull(),
  timestamp: t.int8({ mode: "number" }).notNull(),
}));

/** What changed, for pages that follow the index live. `id` = block · 1,000,000 + logIndex, so it orders all changes.
 * Topics are `deal:0x…`, `member:0x…`, `token:<decimal id>`. */
export const change = onchainTable(
  "change",
  (t) => ({
    id: t.int8({ mode: "number" }).primaryKey(),
    block: t.int8({ mode: "number" }).notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
    topics: t.text().array().notNull(),
  }),
  (table) => ({ blockIndex: index().on(table.block) }),
);
