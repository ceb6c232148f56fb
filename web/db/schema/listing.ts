import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { app } from "./app.ts";
import { address, areCoordinates, createdAt, degrees, tsvector, updatedAt, words } from "./columns.ts";
import { onEarth } from "./on-earth.ts";
import { stemsOfListing } from "./stems.ts";

/** What a listing says: "I give this" or "I need this". */
export const listingKind = app.enum("listing_kind", ["offer", "request"]);

/** Where a listing is in its life. Only published ones are found by others. */
export const listingStatus = app.enum("listing_status", ["draft", "published", "paused", "closed"]);

/**
 * Whose promises pay for it: the seller's own, anyone's, those of issuers with a reputation, or those of chosen members.
 * The seller's own are always welcome: hours they owe come home.
 */
export const listingWelcome = app.enum("listing_welcome", ["own", "anyone", "reputation", "members"]);

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
    /** The reputation an issuer needs at least; null unless `welcome` is `reputation`. */
    welcomeScore: integer("welcome_score"),
    /** Addresses of the issuers whose promises are welcome; empty unless `welcome` is `members`. */
    welcomeMembers: words("welcome_members").$type<Address[]>(),
    /** How long one session takes, where that is not the price; null where it is. */
    durationMinutes: integer("duration_minutes"),
    /** Kept free before and after a session, in place of what the member keeps free everywhere; null for that. */
    bufferBeforeMinutes: integer("buffer_before_minutes"),
    bufferAfterMinutes: integer("buffer_after_minutes"),
    remote: boolean("remote").notNull().default(false),
    /** Coarse: a town or a quarter; empty for remote alone. */
    place: text("place").notNull().default(""),
    /** Of the place, coarsened (domain/place.ts); null where they are not known. */
    latitude: degrees("latitude"),
    longitude: degrees("longitude"),
    /** BCP 47 tag of the text. */
    language: text("language").notNull(),
    status: listingStatus("status").notNull().default("draft"),
    /** Title, then skills and category, then description: each word as it stands and by its stem in the listing's language. */
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(sql`app.search_vector("language", "title", "skills", "category", "description")`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("listing_price_positive", sql`${table.priceMinutes} > 0`),
    check("listing_coordinates", areCoordinates(table)),
    check("listing_duration", sql`${table.durationMinutes} > 0`),
    check("listing_buffers", sql`${table.bufferBeforeMinutes} >= 0 and ${table.bufferAfterMinutes} >= 0`),
    // A value that this migration adds cannot be named as an enum's within it.
    check(
      "listing_welcome_score",
      sql`(${table.welcome}::text = 'reputation') = (${table.welcomeScore} is not null) and ${table.welcomeScore} between 1 and 100`,
    ),
    check(
      "listing_welcome_members",
      sql`(${table.welcome}::text = 'members') = (cardinality(${table.welcomeMembers}) > 0)`,
    ),
    index("listing_owner").on(table.owner, table.status),
    index("listing_status_category").on(table.status, table.category, table.updatedAt),
    index("listing_search").using("gin", table.search),
    // These two hold all that filters ask: a search reads them and not the listings, which are wide.
    index("listing_newest")
      .on(
        table.createdAt.desc().nullsFirst(),
        table.id,
        table.owner,
        table.kind,
        table.category,
        table.priceMinutes,
        table.remote,
        table.language,
        table.latitude,
        table.longitude,
      )
      .where(sql`status = 'published'`),
    index("listing_price")
      .on(
        table.priceMinutes,
        table.createdAt.desc().nullsFirst(),
        table.id,
        table.owner,
        table.kind,
        table.category,
        table.remote,
        table.language,
        table.latitude,
        table.longitude,
      )
      .where(sql`status = 'published'`),
    index("listing_near")
      .using("gist", onEarth(table))
      .where(sql`status = 'published'`),
    index("listing_skills").using("gin", table.skills),
    index("listing_stems").using("gin", stemsOfListing(table)),
    index("listing_skills_lower").using("gin", sql`app.lower_words(${table.skills})`),
  ],
);
