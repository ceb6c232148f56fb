import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** Which way tokens went, as the maker of the order sees it. */
export const swapSide = onchainEnum("swap_side", ["given", "paid"]);

/** An order of the swap that was filled, by whoever paid it or within a ring. Orders nobody filled are web's.
 * `id` is `txHash-logIndex`. */
export const swap = onchainTable(
  "swap",
  (t) => ({
    id: t.text().primaryKey(),
    orderId: t.hex().notNull(),
    maker: t.hex().notNull(),
    /** Gave the maker what was wanted. */
    payer: t.hex().notNull(),
    /** Received what the order gives; in a fill the payer. */
    receiver: t.hex().notNull(),
    givenMinutes: t.int8({ mode: "number" }).notNull(),
    paidMinutes: t.int8({ mode: "number" }).notNull(),
    /** The ring it was settled in; null for a fill. */
    ringId: t.text(),
    block: t.int8({ mode: "number" }).notNull(),
    logIndex: t.integer().notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    orderIndex: index().on(table.orderId),
    makerIndex: index().on(table.maker),
    payerIndex: index().on(table.payer),
    receiverIndex: index().on(table.receiver),
    ringIndex: index().on(table.ringId),
    txIndex: index().on(table.txHash),
    timeIndex: index().on(table.timestamp),
  }),
);

/** The tokens of a filled order. */
export const swapItem = onchainTable(
  "swap_item",
  (t) => ({
    swapId: t.text().notNull(),
    side: swapSide().notNull(),
    position: t.integer().notNull(),
    tokenId: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.swapId, table.side, table.position] }),
    tokenIndex: index().on(table.tokenId),
  }),
);

/** Two to eight orders settled together. `id` is the first swap's. */
export const swapRing = onchainTable(
  "swap_ring",
  (t) => ({
    id: t.text().primaryKey(),
    orders: t.integer().notNull(),
    /** Given by all of them together. */
    minutes: t.int8({ mode: "number" }).notNull(),
    block: t.int8({ mode: "number" }).notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ timeIndex: index().on(table.timestamp) }),
);
