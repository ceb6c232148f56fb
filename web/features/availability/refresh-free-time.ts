import { asc, eq, isNull, lt, or } from "drizzle-orm";
import type { Address } from "viem";
import { BOOKING_DAYS } from "#domain/availability.ts";
import { freeTime as freeTimeOf } from "#domain/availability-slots.ts";
import type { Database } from "#web/db/client.ts";
import { insertMany } from "#web/db/insert-many.ts";
import { availability } from "#web/db/schema/availability.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { readOpenCalendar } from "#web/features/availability/queries.ts";
import { addSeconds, toSeconds } from "#web/lib/clock.ts";

const DAY = 86_400;

/** The ninety days move on, and notice with them: what nobody changed is worked out anew this often. */
const REFRESH_SECONDS = 6 * 3_600;

/** Calendars in one go; the rest follows in the next. */
const MOST = 500;

/**
 * Works out the free time of everybody whose calendar has changed, or whose ninety days have moved on.
 * @returns how many calendars that were
 */
export async function refreshFreeTime(db: Database, now: Date): Promise<number> {
  const due = await db
    .select({ member: availability.member })
    .from(availability)
    .where(or(isNull(availability.freeTimeAt), lt(availability.freeTimeAt, addSeconds(now, -REFRESH_SECONDS))))
    .orderBy(asc(availability.freeTimeAt))
    .limit(MOST);
  for (const { member } of due) await refreshOne(db, member, now);
  return due.length;
}

async function refreshOne(db: Database, member: Address, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Whoever changes the calendar waits for this row or comes first: what is written is never older than the mark.
    const [row] = await tx.select().from(availability).where(eq(availability.member, member)).for("update");
    const calendar = await readOpenCalendar(tx, member, { now });
    if (!row || !calendar) return;
    const at = toSeconds(now);
    const spans = freeTimeOf(calendar, { from: at, to: at + BOOKING_DAYS * DAY }, at);
    const rows = spans
      .filter(({ from, to }) => to - from >= row.slotMinutes * 60)
      .map(({ from, to }) => ({ member, startsAt: new Date(from * 1000), endsAt: new Date(to * 1000) }));
    await tx.delete(freeTime).where(eq(freeTime.member, member));
    await insertMany(tx, freeTime, rows);
    await tx.update(availability).set({ freeTimeAt: now }).where(eq(availability.member, member));
  });
}
