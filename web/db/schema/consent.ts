import { sql } from "drizzle-orm";
import { check, index, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex } from "./columns.ts";

/** What a party of a running deal has signed for the other to carry out: new times, or a split of the payment. */
export const consentKind = app.enum("consent_kind", ["amendment", "settlement"]);

/** One signed offer to the other party; a new one takes the place of the last. It counts until it is used or runs out. */
export const consent = app.table(
  "consent",
  {
    dealId: hex("deal_id").notNull(),
    kind: consentKind("kind").notNull(),
    signer: address("signer").notNull(),
    /** The new terms or the settlement, bigints as decimal strings. */
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    /** A word to the other party. */
    note: text("note").notNull().default(""),
    signature: hex("signature").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.dealId, table.kind, table.signer] }),
    check("consent_signed", sql`${table.signature} <> '0x'`),
    index("consent_signer").on(table.signer),
  ],
);
