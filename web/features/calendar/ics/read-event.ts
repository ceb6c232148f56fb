import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";
import type { Spend } from "#web/features/calendar/ics/budget.ts";
import { findProperty, wordOf, type Component, type Property } from "#web/features/calendar/ics/content-lines.ts";
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
  also: Period[];
  /** Times of the rule at which it does not happen. */
  except: Moment[];
  /** Which time of the series of its UID this component speaks of, and whether of all that follow, too. */
  replaces: Moment | null;
  following: boolean;
  /** Of two components that speak of the same, the one of the higher number counts, then the one written later. */
  sequence: number;
  stamp: Wall;
  /** False for what is cancelled or marked as free. */
  busy: boolean;
};

/** How a calendar's times are read: zones by their name, times that name none, and whole days. */
export type Clocks = { findZone: FindZone; floating: Zone; days: Zone };

/** A time, and where it has one the length of its own. */
export type Period = { start: Moment; length: Length | null };

const DAY = 86_400;
const ONCE = new Set(["UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"]);
const NONE: Length = { days: 0, seconds: 0 };
/** When what is only cancelled begins. */
const NEVER: Moment = { wall: 0, zone: UTC, dateOnly: false };
/** Words of the standard and of Outlook that say whether an event takes its time. */
const FREE = new Set(["TRANSPARENT", "FREE"]);
const TAKEN = new Set(["OPAQUE", "BUSY", "TENTATIVE", "OOF"]);

/**
 * @throws AppError `calendar_broken` naming the line at fault
 * @returns null for an event without a beginning, unless it only cancels what another component tells
 */
export function readEvent(event: Component, clocks: Clocks, spend: Spend): CalendarEvent | null {
  checkSaidOnce(event);
  const said = (name: string) => findProperty(event, name);
  const all = (name: string) => event.properties.filter((property) => property.name === name);
  const begins = said("DTSTART");
  const start = begins ? momentOf(begins, clocks) : null;
  // Some programs name the zone once, at the beginning.
  const own = start && !start.dateOnly ? { ...clocks, floating: start.zone } : clocks;
  const also = all("RDATE").flatMap((property) => readPeriods(property, own));
  const except = all("EXDATE").flatMap((property) => momentsOf(property, own));
  const replaced = said("RECURRENCE-ID");
  const replaces = replaced ? momentOf(replaced, own) : null;
  spend(also.length + except.length);
  const busy = isBusy(event);
  if (!start && busy) return null;
  const from = start ?? NEVER;
  return {
    ...identityOf(event),
    start: from,
    length: lengthOf(from, { end: said("DTEND"), duration: said("DURATION") }, own),
    rules: all("RRULE").map((property) => readRule(property, from.zone)),
    also,
    except,
    replaces,
    following: replaced?.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE",
    busy,
  };
}

/** Who writes no UID speaks of an event of its own. */
function identityOf(event: Component): Pick<CalendarEvent, "uid" | "sequence" | "stamp"> {
  return {
    uid: findProperty(event, "UID")?.value.trim() || `line ${event.line}`,
    sequence: Number(wordOf(event, "SEQUENCE") ?? 0) || 0,
    stamp: parseTime(wordOf(event, "DTSTAMP") ?? "")?.wall ?? 0,
  };
}

/** Where two words on it differ, somebody is rather busy than booked twice. */
function isBusy(event: Component): boolean {
  if (wordOf(event, "STATUS") === "CANCELLED") return false;
  const words = ["TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"].map((name) => wordOf(event, name) ?? "");
  return words.some((word) => TAKEN.has(word)) || !words.some((word) => FREE.has(word));
}

function checkSaidOnce({ properties }: Component): void {
  const said = new Set<string>();
  for (const { name, line } of properties) {
    if (!ONCE.has(name)) continue;
    if (said.has(name)) throw brokenCalendar("twice", line);
    said.add(name);
  }
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
  const begins = start.zone.toInstant(start.wall);
  const seconds = (readingsOf(end).find((instant) => instant >= begins) ?? -Infinity) - begins;
  if (seconds < 0) throw brokenCalendar("order", line);
  return start.dateOnly && end.dateOnly
    ? { days: Math.max(1, (end.wall - start.wall) / DAY), seconds: 0 }
    : { days: 0, seconds };
}

/** The instant a clock shows it, and the one at which clocks that went back half an hour or a whole one show it again. */
function readingsOf({ wall, zone }: Moment): number[] {
  const first = zone.toInstant(wall);
  return [first, first + 1_800, first + 3_600].filter((instant) => instant === first || zone.toWall(instant) === wall);
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
export function readPeriods(property: Property, clocks: Clocks): Period[] {
  return property.value.split(",").map((one) => {
    const [begins = "", ends] = one.trim().split("/", 2);
    const start = readMoment(begins, property, clocks);
    if (ends === undefined) return { start, length: null };
    const length = parseDuration(ends) ?? lengthUntil(start, readMoment(ends, property, clocks), property.line);
    return { start, length };
  });
}
