import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { Span } from "#domain/span.ts";
import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";
import type { Spend } from "#web/features/calendar/ics/budget.ts";
import type { Property } from "#web/features/calendar/ics/content-lines.ts";
import { parseTime, type Wall } from "#web/features/calendar/ics/values.ts";
import type { Zone } from "#web/features/calendar/ics/zone.ts";

/** How something repeats, in walls: its end is what the event's own clock shows then. */
export type Rule = { text: string; line: number };

const DAY = 86_400;
/** What repeats more often than daily is no appointment, and takes for ever to unroll. */
const TOO_OFTEN = new Set(["SECONDLY", "MINUTELY", "HOURLY"]);
/** The last second that is written with four digits of a year. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const WEEKDAYS = "(?:MO|TU|WE|TH|FR|SA|SU)";

/** What the value of each part looks like. The library reads over what it does not understand. */
const PARTS: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^0*[1-9]\d{0,8}$/,
  COUNT: /^0*[1-9]\d{0,8}$/,
  WKST: new RegExp(`^${WEEKDAYS}$`),
  BYDAY: listOf(`(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?${WEEKDAYS}`),
  BYMONTH: listOf("0?[1-9]|1[0-2]"),
  BYMONTHDAY: listOf("[+-]?(?:0?[1-9]|[12]\\d|3[01])"),
  BYYEARDAY: listOf("[+-]?[1-9]\\d?|[+-]?[12]\\d\\d|[+-]?3[0-5]\\d|[+-]?36[0-6]"),
  BYWEEKNO: listOf("[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3])"),
  BYHOUR: listOf("[01]?\\d|2[0-3]"),
  BYMINUTE: /^[0-5]?\d$/,
  BYSECOND: /^[0-5]?\d$/,
  BYSETPOS: listOf("[+-]?[1-9]\\d?|[+-]?[12]\\d\\d|[+-]?3[0-5]\\d|[+-]?36[0-6]"),
};

function listOf(one: string): RegExp {
  return new RegExp(`^(?:${one})(?:,(?:${one}))*$`);
}

/**
 * @param zone in which an end given in UTC is read
 * @throws AppError `calendar_broken` for what is no rule, or one that repeats more often than daily
 */
export function readRule({ value, line }: Property, zone: Zone): Rule {
  const parts = value
    .toUpperCase()
    .split(";")
    .filter((part) => part !== "")
    .map((part) => [part.split("=", 1).join(), part.slice(part.indexOf("=") + 1).trim()] as const);
  if (!parts.some(([key]) => key === "FREQ")) throw brokenCalendar("rule", line);
  const read = parts.map(([key, said]) => `${key}=${key === "UNTIL" ? readUntil(said, zone, line) : said}`);
  for (const [key, said] of parts) checkPart(key, said, line);
  return { text: read.join(";"), line };
}

function checkPart(key: string, said: string, line: number): void {
  if ((key === "FREQ" && TOO_OFTEN.has(said)) || (/^BY(?:MINUTE|SECOND)$/.test(key) && said.includes(",")))
    throw brokenCalendar("tooOften", line);
  if (key === "UNTIL" || key.startsWith("X-")) return;
  if (!PARTS[key]?.test(said)) throw brokenCalendar("rule", line);
}

/** A day means its whole length. */
function readUntil(said: string, zone: Zone, line: number): string {
  const until = parseTime(said);
  if (!until) throw brokenCalendar("date", line);
  const wall = until.utc ? zone.toWall(until.wall) : until.wall + (until.dateOnly ? DAY - 1 : 0);
  const last = new Date(Math.min(wall, LAST) * 1000);
  return last.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
}

/** @returns when it repeats between two walls; its beginning counts, whether the rule would name it or not */
export function unroll({ text, line }: Rule, start: Wall, { from, to }: Span, spend: Spend): Wall[] {
  const found = refusing(line, () => ruleFrom(text, start).between(new Date(from * 1000), new Date(to * 1000), true));
  spend(found.length);
  return found.map(({ epochMilliseconds }) => epochMilliseconds / 1000);
}

/** @returns the last time it repeats before `wall`, or null */
export function lastBefore({ text, line }: Rule, start: Wall, wall: Wall): Wall | null {
  const found = refusing(line, () => ruleFrom(text, start).previous(new Date(wall * 1000)));
  return found ? found.epochMilliseconds / 1000 : null;
}

/** The library throws what cannot be unrolled, and what takes too long. */
function refusing<T>(line: number, work: () => T): T {
  try {
    return work();
  } catch {
    throw brokenCalendar("rule", line);
  }
}

function ruleFrom(text: string, start: Wall): RRuleTemporal<Temporal.ZonedDateTime> {
  const dtstart = Temporal.Instant.fromEpochMilliseconds(start * 1000).toZonedDateTimeISO("UTC");
  return new RRuleTemporal({ rruleString: `RRULE:${text}`, dtstart, includeDtstart: true, temporal: Temporal });
}
