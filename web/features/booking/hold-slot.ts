import { and, eq, lte, ne, sql } from "drizzle-orm";
import type { Address } from "viem";
import { type Buffers, canHoldSlots, isSlotFree } from "#domain/availability-slots.ts";
import { HOLD_SECONDS } from "#domain/booking.ts";
import type { Database } from "#web/db/client.ts";
import { booking } from "#web/db/schema/booking.ts";
import { isExclusionViolation } from "#web/db/violation.ts";
import { touchCalendars } from "#web/features/availability/operations.ts";
import { readOpenCalendar } from "#web/features/availability/queries.ts";
import { addSeconds, toSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

/** The constraint that keeps two bookings of one seller apart. */
export const APART = "booking_apart";

/** A slot somebody wants, within the transaction that writes its proposal. */
export type WantedSlot = {
  proposalId: string;
  seller: Address;
  buyer: Address;
  /** Unix seconds. */
  start: number;
  minutes: number;
  /** Of the listing, where it has its own. */
  buffers?: Buffers | undefined;
};

/**
 * Holds a slot for a proposal, in place of the one it held before. Where the seller keeps no hours, or none so long,
 * the time stays free to choose and nothing is held.
 * @param db the transaction the proposal is written in: without the one there is not the other
 * @throws AppError `slot_taken` naming the field
 */
export async function holdSlot(db: Database, wanted: WantedSlot, now: Date): Promise<void> {
  const { proposalId, seller, buyer, start, minutes, buffers } = wanted;
  await lockCalendar(db, seller);
  await freeLapsedHolds(db, seller, now);
  const calendar = await readOpenCalendar(db, seller, { now, without: proposalId, buffers });
  if (!calendar || !canHoldSlots(calendar.availability, minutes, toSeconds(now))) {
    await db.delete(booking).where(eq(booking.proposalId, proposalId));
    return;
  }
  if (!isSlotFree(calendar, { start, minutes }, toSeconds(now))) throw slotTaken();
  const held = {
    startsAt: new Date(start * 1000),
    endsAt: new Date((start + minutes * 60) * 1000),
    blockedUntil: new Date((start + (minutes + (buffers?.after ?? calendar.availability.bufferMinutes)) * 60) * 1000),
    state: "held",
    heldUntil: addSeconds(now, HOLD_SECONDS),
    freedFor: null,
    updatedAt: now,
  } as const;
  await refusingOverlap(
    db
      .insert(booking)
      .values({ proposalId, seller, buyer, ...held, createdAt: now })
      .onConflictDoUpdate({
        target: booking.proposalId,
        set: { ...held, sequence: sql`${booking.sequence} + 1` },
      }),
  );
  await touchCalendars(db, [seller, buyer]);
}

/**
 * Holds a proposal's slot for another quarter of an hour, also where the last one has run out and nobody came between.
 * Without effect where the proposal has no slot.
 * @throws AppError `slot_taken`
 */
export async function renewHold(db: Database, proposalId: string, now: Date): Promise<void> {
  const [row] = await db.select().from(booking).where(eq(booking.proposalId, proposalId));
  if (!row || row.state === "firm" || row.state === "kept") return;
  await db.transaction(async (tx) => {
    await lockCalendar(tx, row.seller);
    await freeLapsedHolds(tx, row.seller, now, row.id);
    await refusingOverlap(
      tx
        .update(booking)
        .set({
          state: "held",
          heldUntil: addSeconds(now, HOLD_SECONDS),
          freedFor: null,
          updatedAt: now,
          ...(row.state === "freed" ? { sequence: sql`${booking.sequence} + 1` } : {}),
        })
        .where(eq(booking.id, row.id)),
    );
    await touchCalendars(tx, [row.seller, row.buyer]);
  });
}

/** Frees the slot of a proposal that was declined or withdrawn. Without effect where it has none. */
export async function freeSlot(db: Database, proposalId: string, now: Date): Promise<void> {
  const freed = await db
    .update(booking)
    .set({
      state: "freed",
      freedFor: "cancelled",
      heldUntil: null,
      updatedAt: now,
      sequence: sql`${booking.sequence} + 1`,
    })
    .where(and(eq(booking.proposalId, proposalId), eq(booking.state, "held")))
    .returning({ seller: booking.seller, buyer: booking.buyer });
  for (const { seller, buyer } of freed) await touchCalendars(db, [seller, buyer]);
}

/**
 * One at a time writes into a seller's calendar: two that overlap would else each wait for the other to give way.
 * Held until the end of the transaction.
 */
export async function lockCalendar(db: Database, seller: Address): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${seller}`}, 0))`);
}

async function freeLapsedHolds(db: Database, seller: Address, now: Date, but?: string): Promise<void> {
  await db
    .update(booking)
    .set({
      state: "freed",
      freedFor: "lapsed",
      heldUntil: null,
      updatedAt: now,
      sequence: sql`${booking.sequence} + 1`,
    })
    .where(
      and(
        eq(booking.seller, seller),
        eq(booking.state, "held"),
        lte(booking.heldUntil, now),
        but === undefined ? undefined : ne(booking.id, but),
      ),
    );
}

async function refusingOverlap(write: PromiseLike<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isExclusionViolation(error, APART) ? slotTaken(error) : error;
  }
}

function slotTaken(cause?: unknown): AppError {
  return new AppError("slot_taken", { fields: { deliverFrom: "slotTaken" }, cause });
}
