import { eq } from "drizzle-orm";
import { canHoldSlots } from "#domain/availability-slots.ts";
import type { Database } from "#web/db/client.ts";
import { availability } from "#web/db/schema/availability.ts";
import { readAvailability } from "#web/features/availability/queries.ts";
import { readDealBooking, type BookingRecord } from "#web/features/booking/queries.ts";
import type { DealRow } from "#web/features/deal/deal-record.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** When a deal takes place. */
export type AgreedTime = {
  booking: BookingRecord | null;
  /** The seller's calendar has no place for it: nobody has agreed to a time. */
  missing: boolean;
};

/**
 * Whether a deal has its place in the seller's calendar. Who keeps no hours, or began to after it was opened, agreed to
 * its time by the terms alone.
 */
export async function readAgreedTime(db: Database, row: DealRow): Promise<AgreedTime> {
  const booking = await readDealBooking(db, row.id, row.origin);
  const open = row.status === "pending" || row.status === "active";
  if (booking) {
    // A hold that is not looked at yet since the deal was opened is no refusal.
    const settled = booking.state === "freed" && booking.dealId === row.id;
    return { booking, missing: open && settled };
  }
  return { booking: null, missing: open && (await keptHoursAt(db, row)) };
}

async function keptHoursAt(db: Database, { seller, minutes, openedAt }: DealRow): Promise<boolean> {
  const [row] = await db
    .select({ since: availability.createdAt })
    .from(availability)
    .where(eq(availability.member, seller));
  if (!row || toSeconds(row.since) > openedAt) return false;
  const hours = await readAvailability(db, seller);
  return hours !== null && canHoldSlots(hours, minutes, openedAt);
}
