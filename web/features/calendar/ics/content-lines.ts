import { brokenCalendar } from "#web/features/calendar/ics/broken-calendar.ts";

/** One property of a calendar, and the number of its first line in the file. Names are upper case. */
export type Property = { name: string; parameters: ReadonlyMap<string, string>; value: string; line: number };

/** What stands between a BEGIN and its END. */
export type Component = { name: string; line: number; properties: Property[]; parts: Component[] };

type Line = { number: number; text: string };

const PROPERTY = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/g;
/** Exchange names zones like addresses and forgets the quotation marks their colon asks for. */
const BARE_SCHEME = /;TZID=(tzone:\/\/[^:;"]+)/i;
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/**
 * Takes a calendar file apart into its components.
 * @param bytes as they came: a line may be folded within a character, so folds are undone before text is decoded
 * @throws AppError `calendar_broken` naming the first line at fault
 */
export function parseComponents(bytes: Uint8Array): Component[] {
  const lines = unfold(bytes);
  const root: Component = { name: "", line: 1, properties: [], parts: [] };
  const open = [root];
  const [first] = lines;
  if (first?.text.trimEnd().toUpperCase() !== "BEGIN:VCALENDAR") throw brokenCalendar("start", first?.number ?? 1);
  for (const line of lines) place(open, parseProperty(line));
  if (open.length > 1) throw brokenCalendar("end", lines.at(-1)?.number ?? 1);
  return root.parts;
}

/** @returns the first property of that name */
export function findProperty({ properties }: Component, name: string): Property | undefined {
  return properties.find((property) => property.name === name);
}

/** @returns the word it says under that name, in upper case */
export function wordOf(component: Component, name: string): string | undefined {
  return findProperty(component, name)?.value.trim().toUpperCase();
}

/** One character a byte: what lines are made of is ASCII, and what is not is decoded with its value. */
function unfold(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  const text = Buffer.from(bytes)
    .toString("latin1")
    .replace(/^\u00EF\u00BB\u00BF/, "");
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1);
    else if (raw !== "") lines.push({ number: index + 1, text: raw });
  }
  return lines;
}

function parseProperty({ number, text }: Line): Property {
  const found = PROPERTY.exec(text.replace(BARE_SCHEME, ';TZID="$1"'));
  if (!found) throw brokenCalendar("line", number);
  const [, name = "", parameters = "", value = ""] = found;
  return { name: name.toUpperCase(), parameters: parseParameters(parameters), value: decode(value), line: number };
}

function parseParameters(text: string): ReadonlyMap<string, string> {
  if (text === "") return NO_PARAMETERS;
  const pairs = text.matchAll(PARAMETER);
  return new Map([...pairs].map(([, key = "", said = ""]) => [key.toUpperCase(), decode(said.replaceAll('"', ""))]));
}

function decode(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}

function place(open: Component[], property: Property): void {
  const { name, value, line } = property;
  const inner = open.at(-1);
  if (name === "BEGIN") {
    const begun: Component = { name: value.trim().toUpperCase(), line, properties: [], parts: [] };
    inner?.parts.push(begun);
    open.push(begun);
  } else if (!inner || open.length === 1) throw brokenCalendar("nesting", line);
  else if (name !== "END") inner.properties.push(property);
  else if (open.pop()?.name !== value.trim().toUpperCase()) throw brokenCalendar("nesting", line);
}
