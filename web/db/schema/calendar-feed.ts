import { app } from "./app.ts";
import { address, createdAt, hex } from "./columns.ts";

/** A member's private feed. The address holds the secret; only its SHA-256 is kept here. */
export const calendarFeed = app.table("calendar_feed", {
  member: address("member").primaryKey(),
  secretHash: hex("secret_hash").notNull().unique(),
  createdAt: createdAt(),
});
