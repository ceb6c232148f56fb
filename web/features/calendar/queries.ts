import { and, asc, eq, gt, lt } from "drizzle-orm";
import type { Address } from "viem";
import type { Availability } from "#domain/availability.ts";
import type { Span } from "#domain/span.ts";
import type { Database } from "#web/db/client.ts";
import { busyTime } from "#web/db/schema/imported-calendar.ts";
import { readAvailability } from "#web/features/availability/queries.ts";
import { listBookings, type BookingRecord } from "#web/features/booking/queries.ts";
import { readFeedSince } from "#web/features/calendar/feed.ts";
import { listImports, type Import } from "#web/features/calendar/imports.ts";
import { readProfile } from "#web/features/member/queries.ts";
import { addSeconds, toSeconds } from "#web/lib/clock.ts";

const DAY = 86_400;

/** Everything a member's calendar page shows. */
export type OwnCalendar = {
  who: Address;
  /** Null until the member has said when they give time. */
  availability: Availability | null;
  /** The zone of their profile, to begin with. */
  timeZone: string;
  bookings: BookingRecord[];
  /** Busy times out of imported calendars. */
  busy: Span[];
  imports: Import[];
  feedSince: Date | null;
};

/** Gathers what stands in the calendar of `who`, from a quarter of a year back to a year ahead. */
export async function readOwnCalendar(db: Database, who: Address, now: Date): Promise<OwnCalendar> {
  const window = { from: addSeconds(now, -90 * DAY), to: addSeconds(now, 365 * DAY) };
  const [profile, availability, bookings, busy, imports, feedSince] = await Promise.all([
    readProfile(db, who),
    readAvailability(db, who),
    listBookings(db, who, { window, now }),
    listImportedBusy(db, who, window),
    listImports(db, who),
    readFeedSince(db, who),
  ]);
  return { who, availability, timeZone: profile?.timeZone ?? "UTC", bookings, busy, imports, feedSince };
}

async function listImportedBusy(db: Database, who: Address, { from, to }: { from: Date; to: Date }): Promise<Span[]> {
  const rows = await db
    .select({ startsAt: busyTime.startsAt, endsAt: busyTime.endsAt })
    .from(busyTime)
    .where(and(eq(busyTime.member, who), gt(busyTime.endsAt, from), lt(busyTime.startsAt, to)))
    .orderBy(asc(busyTime.startsAt))
    .limit(2_000);
  return rows.map(({ startsAt, endsAt }) => ({ from: toSeconds(startsAt), to: toSeconds(endsAt) }));
}
