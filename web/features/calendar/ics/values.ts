const DAY = 86_400;
const TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/i;
const DURATION = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/i;
const OFFSET = /^([+-])(\d{2})(\d{2})(\d{2})?$/;

/**
 * What a clock on a wall shows, as the unix second at which a clock in Greenwich shows it: sums need no calendar then,
 * and only a zone makes an instant of it.
 */
export type Wall = number;

/** A date or time as it is written. */
export type WrittenTime = { wall: Wall; utc: boolean; dateOnly: boolean };

/** How long something lasts: days by the calendar, which the clocks may lengthen, and seconds by the clock. */
export type Length = { days: number; seconds: number };

/** `20261124` or `20261124T180000`, with a Z for UTC. @returns null for a day or time there is not */
export function parseTime(text: string): WrittenTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const midnight = midnightOf(year, month, day);
  if (midnight === null || hour > 23 || minute > 59 || second > 60) return null;
  const wall = midnight + hour * 3_600 + minute * 60 + second;
  return { wall, utc: found[7] !== undefined, dateOnly: found[4] === undefined };
}

function midnightOf(year: number, month: number, day: number): Wall | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : null;
}

/** What a text says without the signs that escape it. */
export function plainText(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}

/** `P1W`, `P1DT2H`, `PT45M`. @returns null for what is no duration, or a negative one */
export function parseDuration(text: string): Length | null {
  const found = DURATION.exec(text);
  if (!found || /[PT]$/i.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return { days: weeks * 7 + days, seconds: hours * 3_600 + minutes * 60 + seconds };
}

/** `+0100` or `-033000`. @returns seconds east of Greenwich, or null */
export function parseOffset(text: string): number | null {
  const found = OFFSET.exec(text);
  if (!found) return null;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const size = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return size >= DAY ? null : sign === "-" ? -size : size;
}

/** @returns the day a wall clock is in, counted from 1970 */
export function dayOf(wall: Wall): number {
  return Math.floor(wall / DAY);
}
