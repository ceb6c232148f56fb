import { findIana } from "windows-iana";
import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";
import { findProperty, type Component, type Property } from "#web/features/calendar/ics/content-lines.ts";
import { lastBefore, readRule, unroll } from "#web/features/calendar/ics/rule.ts";
import { parseOffset, parseTime, type Wall } from "#web/features/calendar/ics/values.ts";
import { ianaZone, zoneOfOnsets, type Onset, type Zone } from "#web/features/calendar/ics/zone.ts";
import { isTimeZone } from "#web/i18n/time-zone.ts";
import type { Span } from "#domain/span.ts";

/** Finds the zone a property names. @throws AppError `calendar_broken` where there is none of that name */
export type FindZone = (name: string, line: number) => Zone;

/** Changes of the clocks a margin around what is asked for, so that whatever reaches into it is read right, too. */
const MARGIN = 400 * 86_400;

/**
 * Names of zones mean IANA's; any other the calendar brings along, as Outlook does; one it does not bring may be a name
 * Windows has for a zone.
 * @param window the time that matters
 */
export function zonesOf(calendars: readonly Component[], window: Span): FindZone {
  const brought = new Map(
    calendars
      .flatMap(({ parts }) => parts)
      .filter(({ name }) => name === "VTIMEZONE")
      .map((component) => [findProperty(component, "TZID")?.value.trim() ?? "", component] as const),
  );
  const found = new Map<string, Zone>();
  return (name, line) => {
    const known = found.get(name) ?? makeZone(name, brought.get(name), window);
    if (!known) throw brokenCalendar("zone", line);
    found.set(name, known);
    return known;
  };
}

function makeZone(name: string, brought: Component | undefined, window: Span): Zone | null {
  if (isTimeZone(name)) return ianaZone(name);
  if (brought) return readZone(brought, window);
  // Of all places where clocks go by that name, Unicode's table has the one it is named for first.
  const meant = findIana(name).find(isTimeZone);
  return meant ? ianaZone(meant) : null;
}

function readZone(zone: Component, window: Span): Zone {
  const observances = zone.parts.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  if (observances.length === 0) throw brokenCalendar("zone", zone.line);
  const onsets = observances.flatMap((observance) => onsetsOf(observance, window));
  const [first] = observances.toSorted((a, b) => beginning(a) - beginning(b));
  return zoneOfOnsets(onsets, first ? offsetOf(first, "TZOFFSETFROM") : 0);
}

/** Its first change, and those around the window. */
function onsetsOf(observance: Component, { from, to }: Span): Onset[] {
  const start = beginning(observance);
  const before = offsetOf(observance, "TZOFFSETFROM");
  const offset = offsetOf(observance, "TZOFFSETTO");
  const here: Zone = { toInstant: (wall) => wall - before, toWall: (instant) => instant + before };
  const repeated = observance.properties
    .filter(({ name }) => name === "RRULE")
    .map((property) => readRule(property, here))
    .flatMap((rule) => [
      lastBefore(rule, start, from - MARGIN) ?? start,
      ...unroll(rule, start, { from: from - MARGIN, to: to + MARGIN }),
    ]);
  const listed = observance.properties.filter(({ name }) => name === "RDATE").flatMap((property) => wallsOf(property));
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

/** The zone times are in that name none: what the calendar calls its own, or `mine`. */
export function floatingZone(calendars: readonly Component[], findZone: FindZone, mine: Zone): Zone {
  const said = calendars.map((calendar) => findProperty(calendar, "X-WR-TIMEZONE")).find((one) => one !== undefined);
  if (!said) return mine;
  try {
    return findZone(said.value.trim(), said.line);
  } catch {
    return mine;
  }
}
