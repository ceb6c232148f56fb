import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import type { Hours } from "#domain/availability.ts";
import { app } from "./app.ts";
import { address, createdAt, instant, updatedAt } from "./columns.ts";

/** How a member gives time: one row for each who keeps hours. */
export const availability = app.table(
  "availability",
  {
    member: address("member").primaryKey(),
    /** IANA name. */
    timeZone: text("time_zone").notNull(),
    slotMinutes: integer("slot_minutes").notNull(),
    bufferMinutes: integer("buffer_minutes").notNull(),
    noticeMinutes: integer("notice_minutes").notNull(),
    /** When `free_time` was last worked out; null when something has changed since. */
    freeTimeAt: instant("free_time_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("availability_slot_positive", sql`${table.slotMinutes} > 0`),
    check("availability_buffer", sql`${table.bufferMinutes} >= 0`),
    check("availability_notice", sql`${table.noticeMinutes} >= 0`),
  ],
);

/** Hours of every week, in minutes since midnight of the member's zone. The database refuses hours that overlap. */
export const availabilityRule = app.table(
  "availability_rule",
  {
    member: address("member")
      .notNull()
      .references(() => availability.member, { onDelete: "cascade" }),
    /** 1 for Monday to 7 for Sunday. */
    weekday: integer("weekday").notNull(),
    fromMinute: integer("from_minute").notNull(),
    toMinute: integer("to_minute").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.weekday, table.fromMinute] }),
    check("availability_rule_weekday", sql`${table.weekday} between 1 and 7`),
    check(
      "availability_rule_hours",
      sql`0 <= ${table.fromMinute} and ${table.fromMinute} < ${table.toMinute} and ${table.toMinute} <= 1440`,
    ),
  ],
);

/** A day that follows hours of its own; with none it is closed. */
export const availabilityException = app.table(
  "availability_exception",
  {
    member: address("member")
      .notNull()
      .references(() => availability.member, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    hours: jsonb("hours").$type<Hours[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.member, table.day] })],
);
