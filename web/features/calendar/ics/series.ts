import type { Span } from "#domain/span.ts";
import type { Spend } from "#web/features/calendar/ics/budget.ts";
import type { CalendarEvent, Moment } from "#web/features/calendar/ics/read-event.ts";
import { unroll } from "#web/features/calendar/ics/rule.ts";
import { dayOf, type Length, type Wall } from "#web/features/calendar/ics/values.ts";
import type { Zone } from "#web/features/calendar/ics/zone.ts";

/** One time a series happens, before anything speaks of this one time. */
type Occurrence = { wall: Wall; zone: Zone; length: Length };

const DAY = 86_400;
/** Zones differ by less, and the clocks change by less. */
const MARGIN = 2 * DAY;

/**
 * When the components of one UID keep their owner busy: the series with what is added to it and taken from it, and
 * single times, or all from one on, moved, made longer or cancelled.
 * @returns spans that reach into `window`, and perhaps some beside it
 */
export function busyTimesOf(components: readonly CalendarEvent[], window: Span, spend: Spend): Span[] {
  const latest = components.toSorted(byRevision);
  const single = latest.filter(({ replaces }) => replaces !== null);
  const whole = latest.filter(({ replaces }) => replaces === null);
  const last = whole.at(-1);
  if (!last) return single.filter(({ busy }) => busy).map((one) => spanOf({ ...one.start, length: one.length }));
  // Two of which neither is newer are two: some programs give everything they write the same UID.
  return whole
    .filter((one) => byRevision(one, last) === 0)
    .flatMap((series) => timesOfSeries(series, single, window, spend));
}

function byRevision(a: CalendarEvent, b: CalendarEvent): number {
  return a.sequence - b.sequence || a.stamp - b.stamp;
}

function timesOfSeries(series: CalendarEvent, single: readonly CalendarEvent[], window: Span, spend: Spend): Span[] {
  spend(single.length);
  const nameOf = namesIn(series);
  const replacements = new Map(single.map((one) => [one.replaces ? nameOf(one.replaces) : "", one]));
  const following = followingOf(series, single);
  const spans = [...replacements.values()]
    .filter(({ busy }) => busy)
    .map(({ start, length }) => spanOf({ ...start, length }));
  const search = searchOf(series, following, window);
  const gone = new Set(series.except.filter(({ wall }) => wall >= search.from && wall <= search.to).map(nameOf));
  for (const one of occurrencesOf(series, search, spend)) {
    const names = namesOf(one, series);
    if (names.some((name) => gone.has(name) || replacements.has(name))) continue;
    const instant = one.zone.toInstant(one.wall);
    const change = following.findLast(({ from }) => from <= instant);
    if (change ? change.busy : series.busy)
      spans.push(spanOf(change ? { ...one, wall: one.wall + change.shift, length: change.length } : one));
  }
  return spans;
}

/**
 * A whole day is known by its date, or its midnight on whatever clock, or as an instant within it; a time by its
 * instant; a bare date speaks of every time on it.
 */
function namesIn({ start }: CalendarEvent): (moment: Moment) => string {
  return ({ wall, zone, dateOnly }) => {
    if (dateOnly || (start.dateOnly && wall % DAY === 0)) return `day ${dayOf(wall)}`;
    const instant = zone.toInstant(wall);
    return start.dateOnly ? `day ${dayOf(start.zone.toWall(instant))}` : `at ${instant}`;
  };
}

function namesOf({ wall, zone }: Occurrence, series: CalendarEvent): string[] {
  const day = `day ${dayOf(series.start.dateOnly ? wall : series.start.zone.toWall(zone.toInstant(wall)))}`;
  return series.start.dateOnly ? [day] : [day, `at ${zone.toInstant(wall)}`];
}

/** What changes all that follow, in the order it begins to. */
function followingOf({ start: { zone } }: CalendarEvent, single: readonly CalendarEvent[]) {
  return single
    .flatMap(({ replaces, following, start, length, busy }) => {
      if (!replaces || !following) return [];
      const from = replaces.zone.toInstant(replaces.wall);
      const shift = zone.toWall(start.zone.toInstant(start.wall)) - zone.toWall(from);
      return [{ from, shift, length, busy }];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** Where times of the series have to be looked for, so that none that reaches into the window is missed. */
function searchOf(
  series: CalendarEvent,
  following: readonly { shift: number; length: Length }[],
  { from, to }: Span,
): Span {
  const lengths = [series, ...following].map(({ length }) => length.days * DAY + length.seconds);
  const shifts = following.map(({ shift }) => Math.abs(shift));
  const shift = Math.max(0, ...shifts) + MARGIN;
  return { from: from - Math.max(...lengths) - shift, to: to + shift };
}

/** Every time of the series once, however often it is named. */
function* occurrencesOf(
  { start, length, rules, also }: CalendarEvent,
  search: Span,
  spend: Spend,
): Generator<Occurrence> {
  const { wall, zone } = start;
  const seen = new Set<number>();
  const walls = rules.length > 0 ? rules.flatMap((rule) => unroll(rule, wall, search, spend)) : [wall];
  for (const one of also) {
    const own = one.length ? one.length.days * DAY + one.length.seconds : 0;
    const at = one.start.dateOnly && !start.dateOnly ? atTheHourOf(start, one.start) : one.start;
    if (at.wall + own < search.from || at.wall > search.to) continue;
    const instant = at.zone.toInstant(at.wall);
    if (seen.has(instant)) continue;
    seen.add(instant);
    yield { wall: at.wall, zone: at.zone, length: one.length ?? length };
  }
  for (const at of walls) {
    const instant = zone.toInstant(at);
    if (seen.has(instant)) continue;
    seen.add(instant);
    yield { wall: at, zone, length };
  }
}

/** A bare date added to a series of times means the usual time on that day. */
function atTheHourOf(start: Moment, { wall }: Moment): Moment {
  return { ...start, wall: wall + (start.wall - dayOf(start.wall) * DAY) };
}

/** Days follow the calendar, what is left follows the clock. */
export function spanOf({ wall, zone, length: { days, seconds } }: Occurrence): Span {
  return { from: zone.toInstant(wall), to: zone.toInstant(wall + days * DAY) + seconds };
}
