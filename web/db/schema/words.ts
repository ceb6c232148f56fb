import { index, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex } from "./columns.ts";

/** What the words belong to; each kind has its own commitment on-chain. */
export const wordsKind = app.enum("words_kind", ["brief", "evidence", "reasons", "comment", "reply", "void"]);

/** The words behind a commitment on-chain (domain/commitment.ts). */
export const words = app.table(
  "words",
  {
    hash: hex("hash").primaryKey(),
    salt: hex("salt").notNull(),
    kind: wordsKind("kind").notNull(),
    dealId: hex("deal_id"),
    author: address("author").notNull(),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("words_deal").on(table.dealId, table.kind), index("words_author").on(table.author)],
);
