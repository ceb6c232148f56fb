import { COVERAGE_DAYS } from "#domain/coverage.ts";
import { clipSpans, mergeSpans, type Span } from "#domain/span.ts";
import { startBudget, tooLarge } from "#web/features/calendar/ics/budget.ts";
import { findProperty, parseComponents, wordOf, type Component } from "#web/features/calendar/ics/content-lines.ts";
import { readEvent, type CalendarEvent, type Clocks } from "#web/features/calendar/ics/read-event.ts";
import { readFreeBusy } from "#web/features/calendar/ics/read-free-busy.ts";
import { zonesOf } from "#web/features/calendar/ics/read-zones.ts";
import { busyTimesOf } from "#web/features/calendar/ics/series.ts";
import { plainText } from "#web/features/calendar/ics/values.ts";
import { ianaZone } from "#web/features/calendar/ics/zone.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { toSeconds } from "#web/lib/clock.ts";

const DAY = 86_400;

/** What of a calendar matters here: when its owner is not free. */
export type ReadCalendar = { name: string | null; eventCount: number; busy: Span[] };

/**
 * Reads when somebody is busy in the coming year out of an iCalendar file (RFC 5545): single and recurring events, times
 * added to them, taken out and moved, whole days, published busy times, and zones the file brings along. What is
 * cancelled or marked as free does not count. A file may hold several calendars, each with zones of its own.
 * @param timeZone the member's: whole days, and times without a zone where the calendar has none, are theirs
 * @throws AppError `calendar_broken` naming the line, `calendar_too_large`
 */
export function readCalendar(file: Uint8Array, { timeZone, now }: { timeZone: string; now: Date }): ReadCalendar {
  const spend = startBudget();
  const calendars = parseComponents(file);
  const eventCount = calendars.reduce((sum, { parts }) => sum + parts.filter(isTold).length, 0);
  if (eventCount > IMPORT_LIMITS.events) throw tooLarge("events");
  const at = toSeconds(now);
  const window = { from: at, to: at + COVERAGE_DAYS * DAY };
  const zones = zonesOf(calendars, window, spend);
  const mine = ianaZone(timeZone);
  const byUid = new Map<string, CalendarEvent[]>();
  const gathered: Span[] = [];
  for (const calendar of calendars) {
    const { findZone, floating } = zones(calendar);
    const clocks: Clocks = { findZone, floating: floating ?? mine, days: mine };
    const cancels = wordOf(calendar, "METHOD") === "CANCEL";
    for (const component of calendar.parts.filter(isTold)) {
      if (component.name === "VFREEBUSY") gathered.push(...readFreeBusy(component, clocks, spend));
      else gather(byUid, readEvent(component, clocks, spend), cancels);
    }
  }
  for (const components of byUid.values()) gathered.push(...busyTimesOf(components, window, spend));
  return { name: nameOf(calendars), eventCount, busy: mergeSpans(clipSpans(gathered, window)) };
}

/** Whether a component tells when somebody is busy. */
function isTold({ name }: Component): boolean {
  return name === "VEVENT" || name === "VFREEBUSY";
}

function gather(byUid: Map<string, CalendarEvent[]>, event: CalendarEvent | null, cancels: boolean): void {
  if (!event) return;
  const told = cancels ? { ...event, busy: false } : event;
  const series = byUid.get(event.uid);
  if (series) series.push(told);
  else byUid.set(event.uid, [told]);
}

function nameOf([calendar]: readonly Component[]): string | null {
  const said = calendar && (findProperty(calendar, "X-WR-CALNAME") ?? findProperty(calendar, "NAME"));
  return said ? plainText(said.value).trim() : null;
}
