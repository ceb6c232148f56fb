import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, instant } from "./columns.ts";
import { listing } from "./listing.ts";

/** What one of a ring says to it. */
export const ringAnswer = app.enum("ring_answer", ["yes", "no"]);

/** Members who could each give to the next, and the last to the first: found by the worker, answered by those in it. */
export const ring = app.table(
  "ring",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Made of its listings: the same ring is proposed once. */
    key: text("key").notNull().unique(),
    size: integer("size").notNull(),
    /** What each gives and each gets. */
    minutes: integer("minutes").notNull(),
    /** How well the weakest of its gifts fits, 0 to 1. */
    rank: real("rank").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("ring_size", sql`${table.size} between 2 and 5`),
    check("ring_minutes_positive", sql`${table.minutes} > 0`),
  ],
);

/** One member's place in a ring: they give `offer` to the next, who asked for it by `wish`. */
export const ringSeat = app.table(
  "ring_seat",
  {
    ringId: uuid("ring_id")
      .notNull()
      .references(() => ring.id, { onDelete: "cascade" }),
    /** From 0. */
    position: integer("position").notNull(),
    member: address("member").notNull(),
    offer: uuid("offer")
      .notNull()
      .references(() => listing.id, { onDelete: "cascade" }),
    /** The request of the next one that the offer serves. */
    wish: uuid("wish")
      .notNull()
      .references(() => listing.id, { onDelete: "cascade" }),
    /** Null for who has not answered yet. */
    answer: ringAnswer("answer"),
    answeredAt: instant("answered_at"),
  },
  (table) => [
    primaryKey({ columns: [table.ringId, table.position] }),
    check("ring_seat_answered", sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    index("ring_seat_member").on(table.member),
    index("ring_seat_offer").on(table.offer),
    index("ring_seat_wish").on(table.wish),
  ],
);
