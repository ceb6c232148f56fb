import type { Availability } from "#domain/availability.ts";
import { listOpenings } from "#domain/availability-openings.ts";
import type { Span } from "#domain/span.ts";
import type { BookingRecord } from "#web/features/booking/queries.ts";

/** What stands in the overview: open hours and bookings, which can be dragged, and busy times. */
export type OverviewEvent = { id: string; title: string; start: Date; end: Date } & (
  { kind: "open"; span: Span } | { kind: "booking"; booking: BookingRecord } | { kind: "busy" }
);

/** How each is called. */
export type EventNames = { open: string; busy: string; booking: (booking: BookingRecord) => string };

/** @returns what of all that lies in `window` */
export function overviewEvents(
  {
    availability,
    bookings,
    busy,
  }: { availability: Availability | null; bookings: readonly BookingRecord[]; busy: readonly Span[] },
  window: Span,
  names: EventNames,
): OverviewEvent[] {
  const open = availability ? listOpenings(availability, window).flat() : [];
  return [
    ...open.map((span) => ({
      id: `open-${span.from}`,
      kind: "open" as const,
      title: names.open,
      span,
      ...datesOf(span),
    })),
    ...busy
      .filter(({ from, to }) => from < window.to && to > window.from)
      .map((span) => ({ id: `busy-${span.from}`, kind: "busy" as const, title: names.busy, ...datesOf(span) })),
    ...bookings.map((booking) => ({
      id: booking.id,
      kind: "booking" as const,
      title: names.booking(booking),
      booking,
      start: booking.startsAt,
      end: booking.endsAt,
    })),
  ];
}

function datesOf({ from, to }: Span): { start: Date; end: Date } {
  return { start: new Date(from * 1000), end: new Date(to * 1000) };
}
