import type { Span } from "#domain/span.ts";
import { readCalendar } from "#web/features/calendar/ics/read-calendar.ts";

/** A calendar of these components, as a file. */
export function calendarFile(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** An event without a UID of its own gets one. */
export function event(...lines: string[]): string[] {
  const uid = lines.some((line) => line.startsWith("UID")) ? [] : [`UID:${(uids += 1)}`];
  return ["BEGIN:VEVENT", ...uid, ...lines, "END:VEVENT"];
}

let uids = 0;

/** What a member of that zone is busy with, on that day. */
export function busyIn(text: string | Uint8Array, timeZone: string, now: string): Span[] {
  return readCalendar(Buffer.from(text), { timeZone, now: new Date(now) }).busy;
}

/** A span between two instants as they are written. */
export function span(from: string, to: string): Span {
  return { from: Date.parse(from) / 1000, to: Date.parse(to) / 1000 };
}
