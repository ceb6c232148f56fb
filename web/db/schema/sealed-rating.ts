import { sql } from "drizzle-orm";
import { check, integer, primaryKey } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex } from "./columns.ts";

/** A rating signed but not yet published: shown to nobody but its rater until both sides have signed. */
export const sealedRating = app.table(
  "sealed_rating",
  {
    dealId: hex("deal_id").notNull(),
    rater: address("rater").notNull(),
    stars: integer("stars").notNull(),
    /** Salted commitment to the words (`words.hash`); 32 zero bytes for none. */
    comment: hex("comment").notNull(),
    signature: hex("signature").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.dealId, table.rater] }),
    check("sealed_rating_stars", sql`${table.stars} between 1 and 5`),
  ],
);
