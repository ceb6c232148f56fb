import { index, onchainTable } from "ponder";

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
