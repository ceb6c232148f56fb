import { sql } from "drizzle-orm";
import { index, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, instant, words } from "./columns.ts";
import { listing, listingKind } from "./listing.ts";

/** A search a member keeps: new listings it finds are told to them. */
export const savedSearch = app.table(
  "saved_search",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    owner: address("owner").notNull(),
    name: text("name").notNull(),
    /** Its filters as the market's address says them. */
    query: text("query").notNull(),
    /** What a listing must share to be worth a closer look; null where anything goes. */
    kind: listingKind("kind"),
    category: text("category"),
    /** Beginnings of words of which a listing says at least one; empty where no words are searched for. */
    anchors: words("anchors"),
    createdAt: createdAt(),
    /** When its owner last looked at what it finds. */
    seenAt: instant("seen_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("saved_search_name").on(table.owner, sql`lower(${table.name})`),
    index("saved_search_anchors").using("gin", table.anchors),
  ],
);

/** Listings that came onto the market and have not been held against the saved searches yet; written by a trigger. */
export const listingNews = app.table("listing_news", {
  listingId: uuid("listing_id")
    .primaryKey()
    .references(() => listing.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});
