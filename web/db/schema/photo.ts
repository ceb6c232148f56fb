import { sql } from "drizzle-orm";
import { check, customType, index, integer, primaryKey, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt } from "./columns.ts";

/** The two sizes every photo is kept in. */
export const photoSize = app.enum("photo_size", ["card", "full"]);

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A picture a member brought, re-encoded. What shows it refers to it; the worker removes what nothing refers to. */
export const photo = app.table(
  "photo",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    owner: address("owner").notNull(),
    /** Of the full size, in pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("photo_pixels", sql`${table.width} > 0 and ${table.height} > 0`),
    index("photo_owner").on(table.owner),
    index("photo_created_at").on(table.createdAt),
  ],
);

/** The pictures themselves, unless an S3 bucket keeps them. */
export const photoFile = app.table(
  "photo_file",
  {
    photoId: uuid("photo_id")
      .notNull()
      .references(() => photo.id, { onDelete: "cascade" }),
    size: photoSize("size").notNull(),
    /** WebP. */
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.size] })],
);
