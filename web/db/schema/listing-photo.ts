import { sql } from "drizzle-orm";
import { check, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { listing } from "./listing.ts";
import { photo } from "./photo.ts";

/** The photos of a listing in their order; the first is its cover. */
export const listingPhoto = app.table(
  "listing_photo",
  {
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listing.id, { onDelete: "cascade" }),
    photoId: uuid("photo_id")
      .notNull()
      .unique()
      .references(() => photo.id),
    /** From 0. */
    position: integer("position").notNull(),
    /** What it shows, for who cannot see it. */
    alt: text("alt").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.listingId, table.photoId] }),
    unique("listing_photo_position").on(table.listingId, table.position),
    check("listing_photo_first", sql`${table.position} >= 0`),
  ],
);
