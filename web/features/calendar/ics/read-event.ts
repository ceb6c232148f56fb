import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";
import { findProperty, type Component, type Property } from "#web/features/calendar/ics/content-lines.ts";
import type { FindZone } from "#web/features/calendar/ics/read-zones.ts";
import { readRule, type Rule } from "#web/features/calendar/ics/rule.ts";
import { parseDuration, parseTime, type Length, type Wall } from "#web/features/calendar/ics/values.ts";
import { UTC, type Zone } from "#web/features/calendar/ics/zone.ts";

/** A time and the zone whose clocks show it; one of a whole day is its midnight. */
export type Moment = { wall: Wall; zone: Zone; dateOnly: boolean };

/** An event as one component of a calendar tells it. */
export type CalendarEvent = {
  uid: string;
  start: Moment;
  length: Length;
  rules: Rule[];
  /** Times it happens, too; some with a length of their own. */
  also: { start: Moment; length: Length | null }[];
  /** Times of the rule at which it does not happen. */
  except: Moment[];
  /** Which time of the series of its UID this component speaks of, and whether of all that follow, too. */
  replaces: Moment | null;
  following: boolean;
  sequence: number;
  /** False for what is cancelled or marked as free. */
  busy: boolean;
};

/** How a calendar's times are read: zones by their name, times that name none, and whole days. */
export type Clocks = { findZone: FindZone; floating: Zone; days: Zone };

const DAY = 86_400;
const ONCE = new Set(["UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"]);
const NONE: Length = { days: 0, seconds: 0 };

/** @throws AppError `calendar_broken` naming the line at fault. @returns null for an event without a beginning */
export function readEvent(event: Component, clocks: Clocks): CalendarEvent | null {
  checkSaidOnce(event);
  const said = (name: string) => findProperty(event, name);
  const all = (name: string) => event.properties.filter((property) => property.name === name);
  const begins = said("DTSTART");
  const start = begins ? momentOf(begins, clocks) : null;
  const also = all("RDATE").flatMap((property) => readAlso(property, clocks));
  const except = all("EXDATE").flatMap((property) => momentsOf(property, clocks));
  const replaced = said("RECURRENCE-ID");
  const replaces = replaced ? momentOf(replaced, clocks) : null;
  if (!start) return null;
  return {
    uid: said("UID")?.value ?? `line ${event.line}`,
    start,
    length: lengthOf(start, { end: said("DTEND"), duration: said("DURATION") }, clocks),
    rules: all("RRULE").map((property) => readRule(property, start.zone)),
    also,
    except,
    replaces,
    following: replaced?.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE",
    sequence: Number(said("SEQUENCE")?.value ?? 0) || 0,
    busy: !is(said("TRANSP"), "TRANSPARENT") && !is(said("STATUS"), "CANCELLED"),
  };
}

function checkSaidOnce({ properties }: Component): void {
  const said = new Set<string>();
  for (const { name, line } of properties) {
    if (!ONCE.has(name)) continue;
    if (said.has(name)) throw brokenCalendar("twice", line);
    said.add(name);
  }
}

function is(property: Property | undefined, value: string): boolean {
  return property?.value.trim().toUpperCase() === value;
}

/** What ends by a time lasts as long by the clock each time it repeats; a duration of days follows the calendar. */
function lengthOf(
  start: Moment,
  { end, duration }: { end: Property | undefined; duration: Property | undefined },
  clocks: Clocks,
): Length {
  if (end) return lengthUntil(start, momentOf(end, clocks), end.line);
  if (!duration) return start.dateOnly ? { days: 1, seconds: 0 } : NONE;
  const length = parseDuration(duration.value.trim());
  if (!length) throw brokenCalendar("duration", duration.line);
  return length;
}

function lengthUntil(start: Moment, end: Moment, line: number): Length {
  const seconds = end.zone.toInstant(end.wall) - start.zone.toInstant(start.wall);
  if (seconds < 0) throw brokenCalendar("order", line);
  return start.dateOnly && end.dateOnly
    ? { days: Math.max(1, (end.wall - start.wall) / DAY), seconds: 0 }
    : { days: 0, seconds };
}

function momentsOf(property: Property, clocks: Clocks): Moment[] {
  return property.value.split(",").map((one) => readMoment(one.trim(), property, clocks));
}

function momentOf(property: Property, clocks: Clocks): Moment {
  return readMoment(property.value.trim(), property, clocks);
}

function readMoment(text: string, { parameters, line }: Property, { findZone, floating, days }: Clocks): Moment {
  const named = parameters.get("TZID");
  const zone = named === undefined ? floating : findZone(named, line);
  const time = parseTime(text);
  if (!time) throw brokenCalendar("date", line);
  const { wall, utc, dateOnly } = time;
  return { wall, zone: dateOnly ? days : utc ? UTC : zone, dateOnly };
}

/** Single times, or `start/end` and `start/duration` where the property says it holds periods. */
function readAlso(property: Property, clocks: Clocks): CalendarEvent["also"] {
  return property.value.split(",").map((one) => {
    const [begins = "", ends] = one.trim().split("/", 2);
    const start = readMoment(begins, property, clocks);
    if (ends === undefined) return { start, length: null };
    const length = parseDuration(ends) ?? lengthUntil(start, readMoment(ends, property, clocks), property.line);
    return { start, length };
  });
}
