import { findIana } from "windows-iana";
import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";
import type { Spend } from "#web/features/calendar/ics/budget.ts";
import { findProperty, type Component, type Property } from "#web/features/calendar/ics/content-lines.ts";
import { lastBefore, readRule, unroll } from "#web/features/calendar/ics/rule.ts";
import { parseOffset, parseTime, plainText, type Wall } from "#web/features/calendar/ics/values.ts";
import { ianaZone, zoneOfOnsets, type Onset, type Zone } from "#web/features/calendar/ics/zone.ts";
import { isTimeZone } from "#web/i18n/time-zone.ts";
import type { Span } from "#domain/span.ts";

/** Finds the zone a property names. @throws AppError `calendar_broken` where there is none of that name */
export type FindZone = (name: string, line: number) => Zone;

/** Changes of the clocks a margin around what is asked for, so that whatever reaches into it is read right, too. */
const MARGIN = 400 * 86_400;

/** The zones of one calendar, and the one its times are in that name none, where it calls one its own. */
export type CalendarZones = { findZone: FindZone; floating: Zone | null };

/**
 * Each calendar of a file may mean its own by a name; what one does not bring another may.
 * @param window the time that matters
 */
export function zonesOf(
  calendars: readonly Component[],
  window: Span,
  spend: Spend,
): (calendar: Component) => CalendarZones {
  const made = new Map<Component | string, Zone>();
  const make = (source: Component | string) => {
    const zone = made.get(source) ?? (typeof source === "string" ? ianaZone(source) : readZone(source, window, spend));
    made.set(source, zone);
    return zone;
  };
  const broughtByAny = zonesBroughtBy(calendars);
  return (calendar) => {
    const brought = zonesBroughtBy([calendar]);
    const found = new Map<string, Zone>();
    const findZone: FindZone = (name, line) => {
      const known = found.get(name);
      if (known) return known;
      const source = sourceOf(name, brought.get(name) ?? broughtByAny.get(name));
      if (source === null) throw brokenCalendar("zone", line);
      const zone = make(source);
      found.set(name, zone);
      return zone;
    };
    return { findZone, floating: floatingZone(calendar, findZone) };
  };
}

function zonesBroughtBy(calendars: readonly Component[]): ReadonlyMap<string, Component> {
  const zones = calendars.flatMap(({ parts }) => parts).filter(({ name }) => name === "VTIMEZONE");
  return new Map(zones.map((zone) => [plainText(findProperty(zone, "TZID")?.value ?? "").trim(), zone]));
}

/**
 * Names of places mean IANA's zones. Any other may mean anything, EST a place with summer time: what is brought comes
 * first, then IANA's abbreviations, what Windows calls a zone, and a name that only ends in a place.
 * @returns the component that tells the zone, or its IANA name; null where there is none of that name
 */
function sourceOf(name: string, brought: Component | undefined): Component | string | null {
  const known = isTimeZone(name);
  if (known && name.includes("/")) return name;
  if (brought) return brought;
  // Of all places where clocks go by that name, Unicode's table has the one it is named for first.
  return known ? name : (findIana(name).find(isTimeZone) ?? placeAtEndOf(name));
}

/** `/mozilla.org/20050126_1/Europe/Berlin`: names meant to be unique in the world begin with whose they are. */
function placeAtEndOf(name: string): string | null {
  if (!name.startsWith("/")) return null;
  const parts = name.split("/");
  return [parts.slice(-3), parts.slice(-2)].map((end) => end.join("/")).find(isTimeZone) ?? null;
}

function readZone(zone: Component, window: Span, spend: Spend): Zone {
  const observances = zone.parts.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  if (observances.length === 0) throw brokenCalendar("zone", zone.line);
  const onsets = observances.flatMap((observance) => onsetsOf(observance, window, spend));
  const [first] = observances.toSorted((a, b) => beginning(a) - beginning(b));
  return zoneOfOnsets(onsets, first ? offsetOf(first, "TZOFFSETFROM") : 0);
}

/** Its first change, and those around the window. */
function onsetsOf(observance: Component, { from, to }: Span, spend: Spend): Onset[] {
  const start = beginning(observance);
  const before = offsetOf(observance, "TZOFFSETFROM");
  const offset = offsetOf(observance, "TZOFFSETTO");
  const here: Zone = { toInstant: (wall) => wall - before, toWall: (instant) => instant + before };
  const repeated = observance.properties
    .filter(({ name }) => name === "RRULE")
    .map((property) => readRule(property, here))
    .flatMap((rule) => [
      lastBefore(rule, start, from - MARGIN) ?? start,
      ...unroll(rule, start, { from: from - MARGIN, to: to + MARGIN }, spend),
    ]);
  const listed = observance.properties.filter(({ name }) => name === "RDATE").flatMap((property) => wallsOf(property));
  spend(listed.length);
  return [start, ...repeated, ...listed].map((wall) => ({ at: here.toInstant(wall), offset }));
}

function beginning(observance: Component): Wall {
  const [wall] = wallsOf(need(observance, "DTSTART"));
  return wall ?? 0;
}

function wallsOf({ value, line }: Property): Wall[] {
  return value.split(",").map((one) => {
    const time = parseTime(one.trim());
    if (!time) throw brokenCalendar("date", line);
    return time.wall;
  });
}

function offsetOf(observance: Component, name: string): number {
  const { value, line } = need(observance, name);
  const offset = parseOffset(value.trim());
  if (offset === null) throw brokenCalendar("zone", line);
  return offset;
}

function need(component: Component, name: string): Property {
  const property = findProperty(component, name);
  if (!property) throw brokenCalendar("zone", component.line);
  return property;
}

function floatingZone(calendar: Component, findZone: FindZone): Zone | null {
  const said = findProperty(calendar, "X-WR-TIMEZONE");
  if (!said) return null;
  try {
    return findZone(said.value.trim(), said.line);
  } catch {
    return null;
  }
}
