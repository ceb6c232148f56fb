import { DEAL_OUTCOMES, DEAL_STATUSES } from "#domain/deal-state.ts";
import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** What the escrow stores of a deal's life, in the order of the contract's `Status` (without None). */
export const dealStatus = onchainEnum("deal_status", DEAL_STATUSES);

/** How a deal closed, in the order of the contract's `Outcome` (without None). */
export const dealOutcome = onchainEnum("deal_outcome", DEAL_OUTCOMES);

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
    closedIndex: index().on(table.closedAt),
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
