import { index, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, hex, instant } from "./columns.ts";

/** One signed-in device. The cookie holds the id; only its SHA-256 is kept here. */
export const session = app.table(
  "session",
  {
    idHash: hex("id_hash").primaryKey(),
    address: address("address").notNull(),
    /** The browser's own description of itself, cut short. */
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** The absolute end; the idle end follows from `lastSeenAt`. */
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("session_address").on(table.address), index("session_expires_at").on(table.expiresAt)],
);
