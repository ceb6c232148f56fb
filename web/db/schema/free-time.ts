import { sql } from "drizzle-orm";
import { check, index, primaryKey } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, instant } from "./columns.ts";
import { availability } from "./availability.ts";

/**
 * Where slots can begin and end in the next ninety days, worked out by the worker from hours, bookings and busy times:
 * what a search for a free time reads. A page that books works it out anew.
 */
export const freeTime = app.table(
  "free_time",
  {
    member: address("member")
      .notNull()
      .references(() => availability.member, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.startsAt] }),
    index("free_time_starts").on(table.startsAt, table.endsAt, table.member),
    check("free_time_order", sql`${table.startsAt} < ${table.endsAt}`),
  ],
);
