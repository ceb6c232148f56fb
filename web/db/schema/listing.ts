import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, tsvector, updatedAt, words } from "./columns.ts";

/** What a listing says: "I give this" or "I need this". */
export const listingKind = app.enum("listing_kind", ["offer", "request"]);

/** Where a listing is in its life. Only published ones are found by others. */
export const listingStatus = app.enum("listing_status", ["draft", "published", "paused", "closed"]);

/** Whose tokens pay for it: the seller's own promises, or anyone's. */
export const listingWelcome = app.enum("listing_welcome", ["own", "anyone"]);

/** An offer or a request of one member. */
export const listing = app.table(
  "listing",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    owner: address("owner").notNull(),
    kind: listingKind("kind").notNull(),
    title: text("title").notNull(),
    /** Markdown. */
    description: text("description").notNull().default(""),
    category: text("category").notNull(),
    skills: words("skills"),
    priceMinutes: integer("price_minutes").notNull(),
    welcome: listingWelcome("welcome").notNull().default("anyone"),
    remote: boolean("remote").notNull().default(false),
    /** Coarse: a town or a quarter; empty for remote alone. */
    place: text("place").notNull().default(""),
    /** BCP 47 tag of the text. */
    language: text("language").notNull(),
    status: listingStatus("status").notNull().default("draft"),
    /** Title, skills, category and description, folded and weighted in that order. */
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', app.fold("title")), 'A') || setweight(to_tsvector('simple', app.fold(app.join_words("skills"))), 'B') || setweight(to_tsvector('simple', app.fold("category")), 'B') || setweight(to_tsvector('simple', app.fold("description")), 'C')`,
      ),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("listing_price_positive", sql`${table.priceMinutes} > 0`),
    index("listing_owner").on(table.owner, table.status),
    index("listing_status_category").on(table.status, table.category, table.updatedAt),
    index("listing_search").using("gin", table.search),
    index("listing_title_trigram").using("gin", sql`app.fold(${table.title}) gin_trgm_ops`),
    index("listing_skills").using("gin", table.skills),
  ],
);
