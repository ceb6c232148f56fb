import type { Availability, Hours } from "#domain/availability.ts";

/** Hours as they stand in two time inputs: `09:00` and `12:30`, empty while typing. */
export type TypedHours = { from: string; to: string };

/** The form as it is typed. */
export type HoursDraft = {
  timeZone: string;
  /** Monday first. */
  week: TypedHours[][];
  exceptions: { day: string; hours: TypedHours[] }[];
  slotMinutes: string;
  bufferMinutes: string;
  noticeMinutes: string;
};

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** What a new line of hours begins with. */
export const NEW_HOURS: TypedHours = { from: "09:00", to: "17:00" };

/** @returns the form for hours as they are kept */
export function toDraft({ weekly, exceptions, ...rest }: Availability): HoursDraft {
  return {
    timeZone: rest.timeZone,
    week: WEEKDAYS.map((day) => weekly.filter(({ weekday }) => weekday === day).map(toTyped)),
    exceptions: exceptions.map(({ day, hours }) => ({ day, hours: hours.map(toTyped) })),
    slotMinutes: String(rest.slotMinutes),
    bufferMinutes: String(rest.bufferMinutes),
    noticeMinutes: String(rest.noticeMinutes),
  };
}

/** @returns what the server takes; what is not complete arrives there as it is and is refused by field */
export function toInput({ week, exceptions, ...rest }: HoursDraft): Availability {
  return {
    timeZone: rest.timeZone.trim(),
    weekly: week.flatMap((day, index) => day.map((typed) => ({ weekday: index + 1, ...toHours(typed) }))),
    exceptions: exceptions.map(({ day, hours }) => ({ day, hours: hours.map(toHours) })),
    slotMinutes: toNumber(rest.slotMinutes),
    bufferMinutes: toNumber(rest.bufferMinutes),
    noticeMinutes: toNumber(rest.noticeMinutes),
  };
}

/** @returns which weekday (from 0) the rule at `index` of the input belongs to */
export function weekdayOfRule(week: HoursDraft["week"], index: number): number {
  let before = 0;
  return week.findIndex((day) => (before += day.length) > index);
}

function toTyped({ from, to }: Hours): TypedHours {
  return { from: toClock(from), to: toClock(to) };
}

function toClock(minute: number): string {
  const hours = Math.floor(minute / 60) % 24;
  return `${String(hours).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Midnight as an end is the day's. */
function toHours({ from, to }: TypedHours): Hours {
  return { from: toMinute(from), to: endOf(to) };
}

function endOf(clock: string): number {
  const minute = toMinute(clock);
  return minute === 0 ? 1_440 : minute;
}

function toMinute(clock: string): number {
  const found = /^(\d{2}):(\d{2})/.exec(clock);
  return found ? Number(found[1]) * 60 + Number(found[2]) : NaN;
}

function toNumber(typed: string): number {
  return typed.trim() === "" ? NaN : Number(typed);
}
