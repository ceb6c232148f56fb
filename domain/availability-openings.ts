import { Temporal } from "temporal-polyfill";
import type { Availability, Hours } from "./availability.ts";
import { mergeSpans, type Span } from "./span.ts";

const DAY = 86_400;

/** The hours of one day as they happen: several pieces where the clocks skip into or repeat part of them. */
export type Opening = readonly [Span, ...Span[]];

/** A stretch in which the zone's clock is ahead of UTC by the same seconds. */
type SteadyClock = Span & { offset: number };

/**
 * The openings that reach into `window`, each whole. A moment is open when the clock on the wall shows opening hours
 * then: an hour that the clocks skip is not there, an hour that they repeat is open both times.
 * @returns in the order in which they begin
 */
export function listOpenings(availability: Availability, window: Span): Opening[] {
  const pieces = new Map<string, Span[]>();
  // Hours begun a day earlier by the wall's clock may reach in, and a zone may skip a whole day.
  for (const clock of steadyClocks(availability.timeZone, { from: window.from - 2 * DAY, to: window.to + 2 * DAY })) {
    for (const { key, span } of openIn(clock, availability)) pieces.set(key, [...(pieces.get(key) ?? []), span]);
  }
  return [...pieces.values()]
    .map((spans) => mergeSpans(spans) as [Span, ...Span[]])
    .filter((spans) => spans.some(({ from, to }) => from < window.to && to > window.from))
    .toSorted(([a], [b]) => a.from - b.from);
}

/** @returns all open time that reaches into `window`, as few spans as possible. */
export function openTime(availability: Availability, window: Span): Span[] {
  return mergeSpans(listOpenings(availability, window).flat());
}

function openIn(clock: SteadyClock, availability: Availability): { key: string; span: Span }[] {
  const found: { key: string; span: Span }[] = [];
  const first = Math.floor((clock.from + clock.offset) / DAY);
  const last = Math.floor((clock.to - 1 + clock.offset) / DAY);
  const hoursOf = hoursByDay(availability);
  for (let day = first; day <= last; day += 1) {
    const midnight = day * DAY - clock.offset;
    for (const hours of hoursOf(day)) {
      const span = {
        from: Math.max(midnight + hours.from * 60, clock.from),
        to: Math.min(midnight + hours.to * 60, clock.to),
      };
      if (span.from < span.to) found.push({ key: `${day}/${hours.from}`, span });
    }
  }
  return found;
}

/** @returns the hours of a day, given as days since 1970 */
function hoursByDay({ weekly, exceptions }: Availability): (day: number) => readonly Hours[] {
  const special = new Map(exceptions.map(({ day, hours }) => [Date.parse(`${day}T00:00:00Z`) / (DAY * 1000), hours]));
  const usual = new Map<number, Hours[]>();
  for (const { weekday, ...hours } of weekly) usual.set(weekday, [...(usual.get(weekday) ?? []), hours]);
  return (day) => special.get(day) ?? usual.get(weekdayOf(day)) ?? [];
}

/** 1 for Monday; the first of January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function steadyClocks(timeZone: string, { from, to }: Span): SteadyClock[] {
  const clocks: SteadyClock[] = [];
  let start = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = start.getTimeZoneTransition("next");
    const begins = start.epochMilliseconds / 1000;
    const ends = next === null ? to : Math.min(to, next.epochMilliseconds / 1000);
    clocks.push({ from: begins, to: ends, offset: start.offsetNanoseconds / 1e9 });
    if (next === null || ends >= to) return clocks;
    start = next;
  }
}
