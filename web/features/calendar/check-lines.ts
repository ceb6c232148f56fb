import { isTimeZone } from "#web/i18n/time-zone.ts";
import { brokenCalendar } from "#web/features/calendar/broken-calendar.ts";

/** One line of a calendar with its foldings undone, and the number of its first line in the file. */
type Line = { number: number; text: string };

type Property = { name: string; parameters: Map<string, string>; value: string };

const PROPERTY = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/g;
const DATES = new Set(["DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"]);
/** What repeats more often than every hour is no appointment, and takes for ever to unroll. */
const TOO_OFTEN = new Set(["SECONDLY", "MINUTELY", "HOURLY"]);
const FREQUENCIES = new Set([...TOO_OFTEN, "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);

/**
 * Checks a calendar line by line, since the library that reads it forgives what it does not understand.
 * @param timeZone the member's: times that name no zone are read in it
 * @returns the same calendar with every time in a zone
 * @throws AppError `calendar_broken` naming the first line at fault
 */
export function checkLines(text: string, timeZone: string): string {
  const lines = unfold(text);
  const [first] = lines;
  if (first?.text.toUpperCase() !== "BEGIN:VCALENDAR") throw brokenCalendar("start", first?.number ?? 1);
  const defined = definedZones(lines);
  const open: string[] = [];
  const written: string[] = [];
  for (const { number, text: line } of lines) {
    const property = parseProperty(line);
    if (!property) throw brokenCalendar("line", number);
    nest(open, property, number);
    checkRule(property, number);
    checkZone(property, defined, number);
    written.push(withZone(line, property, open, timeZone, number));
  }
  if (open.length > 0) throw brokenCalendar("end", lines.at(-1)?.number ?? 1);
  return written.join("\r\n");
}

function unfold(text: string): Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1);
    else if (raw !== "") lines.push({ number: index + 1, text: raw });
  }
  return lines;
}

function parseProperty(line: string): Property | null {
  const found = PROPERTY.exec(line);
  if (!found) return null;
  const [, name = "", parameters = "", value = ""] = found;
  const pairs = [...parameters.matchAll(PARAMETER)].map(
    ([, key = "", said = ""]) => [key.toUpperCase(), said.replaceAll('"', "")] as const,
  );
  return { name: name.toUpperCase(), parameters: new Map(pairs), value };
}

function nest(open: string[], { name, value }: Property, number: number): void {
  const component = value.trim().toUpperCase();
  if (name === "BEGIN") open.push(component);
  else if (name === "END" && open.pop() !== component) throw brokenCalendar("nesting", number);
  else if (open.length === 0 && name !== "END") throw brokenCalendar("nesting", number);
}

function checkRule({ name, value }: Property, number: number): void {
  if (name !== "RRULE") return;
  const parts = new Map(
    value.split(";").map((part) => {
      const [key = "", said = ""] = part.toUpperCase().split("=", 2);
      return [key, said] as const;
    }),
  );
  const frequency = parts.get("FREQ") ?? "";
  if (!FREQUENCIES.has(frequency)) throw brokenCalendar("rule", number);
  if (TOO_OFTEN.has(frequency)) throw brokenCalendar("tooOften", number);
  for (const count of ["INTERVAL", "COUNT"]) {
    const said = parts.get(count);
    if (said !== undefined && !/^[1-9]\d{0,8}$/.test(said)) throw brokenCalendar("rule", number);
  }
  for (const often of ["BYHOUR", "BYMINUTE", "BYSECOND"])
    if (parts.has(often)) throw brokenCalendar("tooOften", number);
  const until = parts.get("UNTIL");
  if (until !== undefined && !isDate(until)) throw brokenCalendar("date", number);
}

function checkZone({ name, parameters }: Property, defined: Set<string>, number: number): void {
  if (!DATES.has(name)) return;
  const zone = parameters.get("TZID");
  if (zone !== undefined && !defined.has(zone) && !isTimeZone(zone)) throw brokenCalendar("zone", number);
}

/** Zones that the calendar brings with it. */
function definedZones(lines: readonly Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ text }) => (/^TZID[;:]/i.test(text) ? [text.slice(text.indexOf(":") + 1).trim()] : [])),
  );
}

function withZone(line: string, property: Property, open: readonly string[], timeZone: string, number: number): string {
  const { name, parameters, value } = property;
  // The rules of a zone speak of its own clock.
  if (!DATES.has(name) || open.includes("VTIMEZONE")) return line;
  const values = value.split(",").map((one) => one.trim());
  if (!values.every(isDate)) throw brokenCalendar("date", number);
  const floating = values.every((one) => one.includes("T") && !one.endsWith("Z"));
  return floating && !parameters.has("TZID") ? line.replace(/^([^;:]+)/, `$1;TZID=${timeZone}`) : line;
}

/** `20261124` or `20261124T180000`, with a Z for UTC, on a day and at a time there is. */
function isDate(value: string): boolean {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/i.exec(value);
  if (!found) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && year >= 1900 && year <= 2200 && hour < 24 && minute < 60 && second <= 60;
}
