import { sql } from "drizzle-orm";
import { check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, instant } from "./columns.ts";

/** A calendar a member brought from elsewhere. Of what is in it only the times are kept. */
export const importedCalendar = app.table(
  "imported_calendar",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    member: address("member").notNull(),
    /** As the member knows it: the file's name or the calendar's own. */
    name: text("name").notNull(),
    eventCount: integer("event_count").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("imported_calendar_member").on(table.member)],
);

/** When a member is busy elsewhere. */
export const busyTime = app.table(
  "busy_time",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    calendarId: uuid("calendar_id")
      .notNull()
      .references(() => importedCalendar.id, { onDelete: "cascade" }),
    member: address("member").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    check("busy_time_order", sql`${table.startsAt} < ${table.endsAt}`),
    index("busy_time_member").on(table.member, table.startsAt),
    index("busy_time_calendar").on(table.calendarId),
  ],
);
