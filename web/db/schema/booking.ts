import { sql } from "drizzle-orm";
import { check, index, integer, uuid } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex, instant, updatedAt } from "./columns.ts";
import { proposal } from "./proposal.ts";

/**
 * `held` for a proposal, until `heldUntil`; `firm` while the deal's tokens are locked; `kept` once it was paid; `freed`
 * when nothing came of it. Held and firm bookings of one seller cannot overlap: the database refuses it.
 */
export const bookingState = app.enum("booking_state", ["held", "firm", "kept", "freed"]);

/** Why a booking was freed: its hold ran out, somebody ended it, the payment went back, or it was moved onto a taken time. */
export const bookingFreedFor = app.enum("booking_freed_for", ["lapsed", "cancelled", "refunded", "taken"]);

/** A slot in a seller's calendar. The state follows the proposal and the index; the reconciliation sets it. */
export const booking = app.table(
  "booking",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    proposalId: uuid("proposal_id")
      .unique()
      .references(() => proposal.id, { onDelete: "cascade" }),
    /** The deal it is for, under its newest terms; null until one is opened. */
    dealId: hex("deal_id").unique(),
    seller: address("seller").notNull(),
    buyer: address("buyer").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** The end with the seller's buffer: no other booking begins before it. */
    blockedUntil: instant("blocked_until").notNull(),
    state: bookingState("state").notNull(),
    heldUntil: instant("held_until"),
    freedFor: bookingFreedFor("freed_for"),
    /** How often it has changed: iCalendar's SEQUENCE. */
    sequence: integer("sequence").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("booking_belongs", sql`${table.proposalId} is not null or ${table.dealId} is not null`),
    check("booking_order", sql`${table.startsAt} < ${table.endsAt} and ${table.endsAt} <= ${table.blockedUntil}`),
    check("booking_held", sql`(${table.state} = 'held') = (${table.heldUntil} is not null)`),
    check("booking_freed", sql`(${table.state} = 'freed') = (${table.freedFor} is not null)`),
    index("booking_seller").on(table.seller, table.startsAt),
    index("booking_buyer").on(table.buyer, table.startsAt),
    index("booking_state").on(table.state),
  ],
);
