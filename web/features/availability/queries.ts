import { and, asc, eq, gt, lt, ne, or } from "drizzle-orm";
import type { Address } from "viem";
import type { Availability } from "#domain/availability.ts";
import type { Buffers, OpenCalendar } from "#domain/availability-slots.ts";
import { COVERAGE_DAYS } from "#domain/coverage.ts";
import { mergeSpans, type Span } from "#domain/span.ts";
import type { Database } from "#web/db/client.ts";
import { availability, availabilityException, availabilityRule } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { busyTime } from "#web/db/schema/imported-calendar.ts";
import { isStanding } from "#web/features/booking/is-standing.ts";
import { addSeconds, toSeconds } from "#web/lib/clock.ts";

const DAY = 86_400;

/** @returns when `member` gives time, or null where they never said; one query after the other, for use in a transaction */
export async function readAvailability(db: Database, member: Address): Promise<Availability | null> {
  const [found] = await db
    .select({
      timeZone: availability.timeZone,
      slotMinutes: availability.slotMinutes,
      bufferMinutes: availability.bufferMinutes,
      noticeMinutes: availability.noticeMinutes,
    })
    .from(availability)
    .where(eq(availability.member, member));
  if (!found) return null;
  const weekly = await db
    .select({
      weekday: availabilityRule.weekday,
      from: availabilityRule.fromMinute,
      to: availabilityRule.toMinute,
    })
    .from(availabilityRule)
    .where(eq(availabilityRule.member, member))
    .orderBy(asc(availabilityRule.weekday), asc(availabilityRule.fromMinute));
  const exceptions = await db
    .select({ day: availabilityException.day, hours: availabilityException.hours })
    .from(availabilityException)
    .where(eq(availabilityException.member, member))
    .orderBy(asc(availabilityException.day));
  return { ...found, weekly, exceptions };
}

/**
 * A member's calendar as far as others may know it: their hours, and when they are not free, without why.
 * @param without a proposal whose own booking does not count
 * @param buffers of the listing that is to be booked
 * @returns null where the member never said when they give time
 */
export async function readOpenCalendar(
  db: Database,
  member: Address,
  { now, without, buffers }: { now: Date; without?: string | undefined; buffers?: Buffers | undefined },
): Promise<OpenCalendar | null> {
  const said = await readAvailability(db, member);
  if (!said) return null;
  return { availability: said, ...(await listBusy(db, member, { now, without })), ...(buffers ? { buffers } : {}) };
}

async function listBusy(
  db: Database,
  member: Address,
  { now, without }: { now: Date; without?: string | undefined },
): Promise<{ busy: Span[]; blocked: Span[] }> {
  // What has ended is still kept free after, by less than a day.
  const since = addSeconds(now, -DAY);
  const horizon = addSeconds(now, COVERAGE_DAYS * DAY);
  const booked = await db
    .select({
      seller: booking.seller,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      blockedUntil: booking.blockedUntil,
    })
    .from(booking)
    .where(
      and(
        or(eq(booking.seller, member), eq(booking.buyer, member)),
        isStanding(now),
        gt(booking.endsAt, since),
        lt(booking.startsAt, horizon),
        without === undefined ? undefined : ne(booking.proposalId, without),
      ),
    );
  const imported = await db
    .select({ startsAt: busyTime.startsAt, endsAt: busyTime.endsAt })
    .from(busyTime)
    .where(and(eq(busyTime.member, member), gt(busyTime.endsAt, since), lt(busyTime.startsAt, horizon)));
  const given = booked.filter(({ seller }) => seller === member);
  return {
    busy: mergeSpans([...booked, ...imported].map(({ startsAt, endsAt }) => toSpan(startsAt, endsAt))),
    blocked: mergeSpans(given.map(({ startsAt, blockedUntil }) => toSpan(startsAt, blockedUntil))),
  };
}

function toSpan(startsAt: Date, endsAt: Date): Span {
  return { from: toSeconds(startsAt), to: toSeconds(endsAt) };
}
