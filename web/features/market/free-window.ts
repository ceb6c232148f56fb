import { Temporal } from "temporal-polyfill";
import { NAMED_DAYS, type NamedDays } from "#web/features/market/filters.ts";

/** A stretch of time somebody is to have free time in. */
export type FreeWindow = { from: Date; to: Date };

/**
 * What is meant by days, from now on and no earlier.
 * @param free a name of days, or a date
 * @param timeZone IANA name of whoever asks: their Saturday is meant
 */
export function freeWindow(free: string, { now, timeZone }: { now: Date; timeZone: string }): FreeWindow {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const [first, days] = isNamed(free) ? namedDays(free, today) : [Temporal.PlainDate.from(free), 1];
  const begins = first.toZonedDateTime(timeZone).epochMilliseconds;
  const ends = first.add({ days }).toZonedDateTime(timeZone).epochMilliseconds;
  return { from: new Date(Math.max(begins, now.getTime())), to: new Date(ends) };
}

const isNamed = (free: string): free is NamedDays => NAMED_DAYS.some((name) => name === free);

/** @returns the first day, and how many days it is */
function namedDays(name: NamedDays, today: Temporal.PlainDate): [Temporal.PlainDate, number] {
  switch (name) {
    case "today":
      return [today, 1];
    case "tomorrow":
      return [today.add({ days: 1 }), 1];
    case "week":
      return [today, 7];
    case "weekend":
      // On a Sunday, what is left of it.
      return today.dayOfWeek === 7 ? [today, 1] : [today.add({ days: 6 - today.dayOfWeek }), 2];
  }
}
