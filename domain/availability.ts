/** Opening hours within one day, in minutes since midnight as the clock on the wall shows them; `to` may be 1,440. */
export type Hours = { from: number; to: number };

/** Opening hours of every week. Several for one weekday do not overlap. */
export type WeeklyRule = Hours & {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
};

/** One day that follows its own hours instead of its weekday's; without hours it is closed. */
export type DayException = {
  /** `2026-12-24`. */
  day: string;
  hours: readonly Hours[];
};

/** When a member gives time, as they said it. */
export type Availability = {
  /** IANA name of the zone whose clock the hours are read on. */
  timeZone: string;
  weekly: readonly WeeklyRule[];
  exceptions: readonly DayException[];
  /** Between one possible start and the next, counted from when the hours begin. */
  slotMinutes: number;
  /** Kept free before and after everything that is in the calendar already. */
  bufferMinutes: number;
  /** How long before its start a slot can still be booked. */
  noticeMinutes: number;
};

const DAY = 86_400;

/** For how long days that are over are kept, for whoever looks back. */
const LOOKING_BACK_DAYS = 90;

/** How far ahead slots are offered. */
export const BOOKING_DAYS = 90;

/** What an availability may be. */
export const AVAILABILITY_LIMITS = {
  slotMinutes: { least: 5, most: 480 },
  bufferMinutes: { least: 0, most: 240 },
  noticeMinutes: { least: 0, most: 30 * 1_440 },
  weeklyRules: 50,
  exceptions: 400,
  hoursADay: 8,
} as const;

/** What a member begins with: nothing open yet. */
export const DEFAULT_AVAILABILITY = {
  weekly: [],
  exceptions: [],
  slotMinutes: 30,
  bufferMinutes: 15,
  noticeMinutes: 720,
} as const satisfies Omit<Availability, "timeZone">;

/** Whether the member keeps hours at all; who does not leaves the time to those who propose. */
export function keepsHours({ weekly, exceptions }: Availability): boolean {
  return weekly.length > 0 || exceptions.some(({ hours }) => hours.length > 0);
}

/** Whether hours are in order within a day and do not overlap each other. */
export function areHoursSound(hours: readonly Hours[]): boolean {
  const sorted = hours.toSorted((a, b) => a.from - b.from);
  return sorted.every(({ from, to }, index) => {
    const before = sorted[index - 1];
    return 0 <= from && from < to && to <= 1_440 && (before === undefined || before.to <= from);
  });
}

/**
 * Days that are long over would add up until there is room for no more.
 * @param now unix seconds
 */
export function withoutPast<Day extends Pick<DayException, "day">>(exceptions: readonly Day[], now: number): Day[] {
  const first = new Date((now - LOOKING_BACK_DAYS * DAY) * 1000).toISOString();
  return exceptions.filter(({ day }) => day >= first.slice(0, "2026-12-24".length));
}

/** Whether `day` is a date there is, written `2026-12-24`. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(day);
}
