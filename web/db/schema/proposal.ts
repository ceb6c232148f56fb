import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex, instant, updatedAt } from "./columns.ts";
import { listing } from "./listing.ts";

/** Whose turn it is: the buyer chooses the payment, the seller signs, the buyer funds. Expiry is derived, never stored. */
export const proposalStage = app.enum("proposal_stage", ["payment", "signature", "funding", "declined", "withdrawn"]);

/** A deal being agreed; once funded it lives in `chain.deal` under `dealId`. */
export const proposal = app.table(
  "proposal",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    listingId: uuid("listing_id").references(() => listing.id, { onDelete: "set null" }),
    buyer: address("buyer").notNull(),
    seller: address("seller").notNull(),
    /** Who wrote the proposal as it stands: the buyer or the seller. */
    proposer: address("proposer").notNull(),
    minutes: integer("minutes").notNull(),
    deliverFrom: instant("deliver_from").notNull(),
    deliverBy: instant("deliver_by").notNull(),
    /** A word from the proposer to the other side. */
    note: text("note").notNull().default(""),
    /** The full terms with bigints as decimal strings; null until the payment is chosen. */
    terms: jsonb("terms").$type<Record<string, unknown>>(),
    dealId: hex("deal_id").unique(),
    /** What was agreed in words; on-chain stands only its salted hash. */
    briefText: text("brief_text").notNull(),
    briefSalt: hex("brief_salt").notNull(),
    /** The seller's signature of the terms. */
    signature: hex("signature"),
    stage: proposalStage("stage").notNull().default("payment"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("proposal_minutes_positive", sql`${table.minutes} > 0`),
    check("proposal_two_people", sql`${table.buyer} <> ${table.seller}`),
    check("proposal_proposer_party", sql`${table.proposer} in (${table.buyer}, ${table.seller})`),
    check("proposal_window", sql`${table.deliverFrom} < ${table.deliverBy}`),
    check(
      "proposal_stage_complete",
      sql`${table.stage} not in ('signature', 'funding') or (${table.terms} is not null and ${table.dealId} is not null)`,
    ),
    check("proposal_signed", sql`${table.stage} <> 'funding' or ${table.signature} is not null`),
    index("proposal_buyer").on(table.buyer, table.stage),
    index("proposal_seller").on(table.seller, table.stage),
    index("proposal_listing").on(table.listingId),
  ],
);
