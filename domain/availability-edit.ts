import { Temporal } from "temporal-polyfill";
import type { Availability, Hours } from "./availability.ts";
import { mergeSpans, subtractSpans, type Span } from "./span.ts";

/** Some of the hours of one day. */
type DayHours = { day: string; hours: Hours };

/**
 * Opens or closes a stretch of single days, which thereby get hours of their own; the weeks around stay as they are.
 * @param remove what is no longer open; null for nothing
 * @param add what is open from now on; null for nothing
 */
export function changeOpening(
  availability: Availability,
  { remove, add }: { remove: Span | null; add: Span | null },
): Availability {
  const without = (remove ? splitByDay(remove, availability.timeZone) : []).reduce(
    (changed, { day, hours }) => withHours(changed, day, subtractSpans(hoursOn(changed, day), [hours])),
    availability,
  );
  return (add ? splitByDay(add, availability.timeZone) : []).reduce(
    (changed, { day, hours }) => withHours(changed, day, mergeSpans([...hoursOn(changed, day), hours])),
    without,
  );
}

/** @returns the hours of a day: its own, or else its weekday's */
function hoursOn({ weekly, exceptions }: Availability, day: string): readonly Hours[] {
  const own = exceptions.find((exception) => exception.day === day);
  return own ? own.hours : usualHours(weekly, day);
}

function usualHours(weekly: Availability["weekly"], day: string): Hours[] {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return mergeSpans(weekly.filter(({ weekday }) => weekday === dayOfWeek).map(({ from, to }) => ({ from, to })));
}

/** A day that is as always is no exception. */
function withHours(availability: Availability, day: string, hours: readonly Hours[]): Availability {
  const others = availability.exceptions.filter((exception) => exception.day !== day);
  const usual = usualHours(availability.weekly, day);
  const asAlways = JSON.stringify(usual) === JSON.stringify(hours);
  const exceptions = asAlways ? others : [...others, { day, hours }];
  return { ...availability, exceptions: exceptions.toSorted((a, b) => a.day.localeCompare(b.day)) };
}

function splitByDay({ from, to }: Span, timeZone: string): DayHours[] {
  const parts: DayHours[] = [];
  let start = zoned(from, timeZone);
  const end = zoned(to, timeZone);
  while (Temporal.ZonedDateTime.compare(start, end) < 0) {
    const midnight = start.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone);
    const wholeDay = Temporal.ZonedDateTime.compare(midnight, end) <= 0;
    const hours = { from: minuteOf(start), to: wholeDay ? 1_440 : minuteOf(end) };
    if (hours.from < hours.to) parts.push({ day: start.toPlainDate().toString(), hours });
    start = midnight;
  }
  return parts;
}

function zoned(second: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(timeZone);
}

function minuteOf({ hour, minute }: Temporal.ZonedDateTime): number {
  return hour * 60 + minute;
}
