import { COVERAGE_DAYS } from "#domain/coverage.ts";
import { clipSpans, mergeSpans, type Span } from "#domain/span.ts";
import { findProperty, parseComponents, type Component } from "#web/features/calendar/ics/content-lines.ts";
import { readEvent, type CalendarEvent, type Clocks } from "#web/features/calendar/ics/read-event.ts";
import { floatingZone, zonesOf } from "#web/features/calendar/ics/read-zones.ts";
import { busyTimesOf } from "#web/features/calendar/ics/series.ts";
import { ianaZone } from "#web/features/calendar/ics/zone.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

const DAY = 86_400;

/** What of a calendar matters here: when its owner is not free. */
export type ReadCalendar = { name: string | null; eventCount: number; busy: Span[] };

/**
 * Reads when somebody is busy in the coming year out of an iCalendar file (RFC 5545): single and recurring events, times
 * added to them, taken out and moved, whole days, and zones the file brings along. What is cancelled or marked as free
 * does not count.
 * @param timeZone the member's: whole days, and times without a zone where the calendar has none, are theirs
 * @throws AppError `calendar_broken` naming the line, `calendar_too_large`
 */
export function readCalendar(file: Uint8Array, { timeZone, now }: { timeZone: string; now: Date }): ReadCalendar {
  const spend = budget();
  const calendars = parseComponents(file);
  const events = calendars.flatMap(({ parts }) => parts).filter(({ name }) => name === "VEVENT");
  if (events.length > IMPORT_LIMITS.events) throw tooLarge("events");
  const at = toSeconds(now);
  const window = { from: at, to: at + COVERAGE_DAYS * DAY };
  const clocks = clocksOf(calendars, timeZone, window);
  const byUid = new Map<string, CalendarEvent[]>();
  for (const component of events) {
    const event = readEvent(component, clocks);
    spend(event ? event.also.length + event.except.length : 0);
    if (!event) continue;
    const series = byUid.get(event.uid);
    if (series) series.push(event);
    else byUid.set(event.uid, [event]);
  }
  const gathered: Span[] = [];
  for (const components of byUid.values()) {
    const found = clipSpans(busyTimesOf(components, window), window);
    spend(found.length);
    gathered.push(...found);
  }
  return { name: nameOf(calendars), eventCount: events.length, busy: mergeSpans(gathered) };
}

/** @returns what counts the times named and found, and the time it takes, and refuses when it is too much of either */
function budget(): (times: number) => void {
  const deadline = performance.now() + IMPORT_LIMITS.milliseconds;
  let spent = 0;
  return (times) => {
    spent += times;
    if (spent > IMPORT_LIMITS.times || performance.now() > deadline) throw tooLarge("repeats");
  };
}

function tooLarge(what: "events" | "repeats"): AppError {
  return new AppError("calendar_too_large", { fields: { file: what } });
}

function clocksOf(calendars: readonly Component[], timeZone: string, window: Span): Clocks {
  const findZone = zonesOf(calendars, window);
  const mine = ianaZone(timeZone);
  return { findZone, floating: floatingZone(calendars, findZone, mine), days: mine };
}

function nameOf([calendar]: readonly Component[]): string | null {
  const said = calendar && findProperty(calendar, "X-WR-CALNAME");
  return said?.value.replaceAll(/\\n/gi, " ").replaceAll(/\\([,;\\])/g, "$1") ?? null;
}
