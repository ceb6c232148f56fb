import { sql } from "drizzle-orm";
import { boolean, check, index, text, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, areCoordinates, createdAt, degrees, tsvector, updatedAt, words } from "./columns.ts";
import { photo } from "./photo.ts";

/** What a member says about themselves. What they did stands in `chain.member`. */
export const member = app.table(
  "member",
  {
    address: address("address").primaryKey(),
    /** As the member writes it. */
    handle: text("handle").notNull(),
    /** The handle with case and look-alikes folded: two handles that look the same are the same. */
    handleKey: text("handle_key").notNull().unique(),
    displayName: text("display_name").notNull(),
    bio: text("bio").notNull().default(""),
    skills: words("skills"),
    /** BCP 47 tags. */
    languages: words("languages"),
    /** Coarse on purpose: a town or a quarter. */
    place: text("place").notNull().default(""),
    /** Of the place, coarsened (domain/place.ts); null where they are not known. */
    latitude: degrees("latitude"),
    longitude: degrees("longitude"),
    /** Their face or sign, a square; null for the drawn one. */
    photoId: uuid("photo_id").references(() => photo.id, { onDelete: "set null" }),
    /** IANA name. */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Offers to rule on disputes. */
    arbiter: boolean("arbiter").notNull().default(false),
    /** Name and handle, skills, place and description, folded and weighted in that order. */
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', app.fold("display_name" || ' ' || "handle")), 'A') || setweight(to_tsvector('simple', app.fold(app.join_words("skills"))), 'B') || setweight(to_tsvector('simple', app.fold("place")), 'C') || setweight(to_tsvector('simple', app.fold("bio")), 'D')`,
      ),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("member_address_lower", sql`${table.address} ~ '^0x[0-9a-f]{40}$'`),
    check("member_coordinates", areCoordinates(table)),
    index("member_arbiter").on(table.arbiter),
    index("member_photo").on(table.photoId),
    index("member_search").using("gin", table.search),
    index("member_skills").using("gin", sql`app.fold_words(${table.skills})`),
    index("member_languages").using("gin", table.languages),
    index("member_town").on(sql`app.fold(split_part(${table.place}, ',', 1))`),
    index("member_created_at").on(table.createdAt),
  ],
);
