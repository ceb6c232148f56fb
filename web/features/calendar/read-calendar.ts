import { expandRecurringEvent, sync, type CalendarResponse, type EventInstance, type VEvent } from "node-ical";
import { Temporal } from "temporal-polyfill";
import { COVERAGE_DAYS } from "#domain/coverage.ts";
import { clipSpans, mergeSpans, type Span } from "#domain/span.ts";
import { brokenCalendar } from "#web/features/calendar/broken-calendar.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { checkLines } from "#web/features/calendar/check-lines.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

const DAY = 86_400;

/** What of a calendar matters here: when its owner is not free. */
export type ReadCalendar = { name: string | null; eventCount: number; busy: Span[] };

/**
 * Reads when somebody is busy in the coming year out of an iCalendar file: single and recurring events, exceptions to
 * them, whole days. What is cancelled or marked as free does not count.
 * @param timeZone the member's: whole days and times without a zone are theirs
 * @throws AppError `calendar_broken` naming the line, `calendar_too_large`
 */
export function readCalendar(text: string, { timeZone, now }: { timeZone: string; now: Date }): ReadCalendar {
  const checked = checkLines(text, timeZone);
  const eventCount = checked.match(/^BEGIN:VEVENT$/gim)?.length ?? 0;
  if (eventCount > IMPORT_LIMITS.events) throw new AppError("calendar_too_large", { fields: { file: "events" } });
  const calendar = parse(checked);
  const at = toSeconds(now);
  const window = { from: at, to: at + COVERAGE_DAYS * DAY };
  const gathered: Span[] = [];
  const deadline = performance.now() + IMPORT_LIMITS.milliseconds;
  for (const component of Object.values(calendar)) {
    if (component?.type !== "VEVENT") continue;
    if (performance.now() > deadline || gathered.length > IMPORT_LIMITS.events)
      throw new AppError("calendar_too_large", { fields: { file: "repeats" } });
    gathered.push(...busyTimes(component, window, timeZone));
  }
  return { name: nameOf(calendar), eventCount, busy: mergeSpans(clipSpans(gathered, window)) };
}

function parse(checked: string): CalendarResponse {
  try {
    return sync.parseICS(checked);
  } catch {
    throw brokenCalendar("rule", lineOfFirstRule(checked));
  }
}

/** Dates are checked before; what the library then cannot read is how something repeats. */
function lineOfFirstRule(checked: string): number {
  return checked.split("\r\n").findIndex((line) => line.toUpperCase().startsWith("RRULE")) + 1;
}

function busyTimes(event: VEvent, window: Span, timeZone: string): Span[] {
  const range = { from: new Date((window.from - DAY) * 1000), to: new Date((window.to + DAY) * 1000) };
  return expandRecurringEvent(event, { ...range, expandOngoing: true })
    .filter(({ event: one }) => one.transparency !== "TRANSPARENT" && one.status !== "CANCELLED")
    .map((instance) => spanOf(instance, timeZone));
}

function spanOf({ start, end, isFullDay }: EventInstance, timeZone: string): Span {
  if (!isFullDay) return { from: toSeconds(start), to: toSeconds(end) };
  return { from: midnightOf(start, timeZone), to: midnightOf(end, timeZone) };
}

/** The library gives whole days as midnights of this process' own zone. */
function midnightOf(date: Date, timeZone: string): number {
  const day = Temporal.PlainDate.from({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
  return day.toZonedDateTime(timeZone).epochMilliseconds / 1000;
}

function nameOf({ vcalendar }: CalendarResponse): string | null {
  const said = (vcalendar as { "WR-CALNAME"?: unknown } | undefined)?.["WR-CALNAME"];
  return typeof said === "string" ? said : null;
}
