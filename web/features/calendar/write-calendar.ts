import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Address } from "viem";
import type { BookingRecord } from "#web/features/booking/queries.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

const STATUS = {
  held: ICalEventStatus.TENTATIVE,
  firm: ICalEventStatus.CONFIRMED,
  kept: ICalEventStatus.CONFIRMED,
  freed: ICalEventStatus.CANCELLED,
} as const;

/** How often, in seconds, a program that follows the calendar is asked to look. */
const ASKED_AGAIN = 3_600;

/** Who reads the calendar, and where this site is. */
export type Reader = { who: Address; origin: string };

/** Bookings as an iCalendar file, in the words of whoever reads it. Times are instants: every client shows its own zone. */
export function writeCalendar(bookings: readonly BookingRecord[], { who, origin }: Reader, name: string): string {
  const calendar = ical({ name, ttl: ASKED_AGAIN, prodId: { company: "TimeToken", product: "calendar" } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const booking of bookings) {
    const path = booking.dealId ? paths.deal(booking.dealId) : paths.proposal(booking.proposalId ?? "");
    calendar.createEvent({
      id: `${booking.id}@${new URL(origin).hostname}`,
      sequence: booking.sequence,
      stamp: booking.updatedAt,
      start: booking.startsAt,
      end: booking.endsAt,
      status: STATUS[booking.state],
      summary: summaryOf(booking, who),
      url: `${origin}${path}`,
    });
  }
  // The library ends every line but the last.
  return `${calendar.toString()}\r\n`;
}

/** What is done, and with whom: "An hour of piano · Jonas Weber". */
function summaryOf({ title, seller, buyer, sellerName, buyerName }: BookingRecord, who: Address): string {
  const [other, otherName] = seller === who ? [buyer, buyerName] : [seller, sellerName];
  return [title, otherName ?? shortenHex(other)].filter(Boolean).join(" · ");
}
