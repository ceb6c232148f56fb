/** Seconds of a day. */
export const DAY = 86_400;

/**
 * A moment of the story in seconds from 00:00 UTC of the day the demo starts. Below zero is history; stages that must
 * still be open end after one day, so the story holds at every second of that day.
 */
export type Moment = number;

/** How many days before its start the community's history begins. */
export const HISTORY_DAYS = 60;

/**
 * @param day Whole days from the day of the start, negative for the past.
 * @param clock Time of day in UTC, `HH:MM`.
 * @returns The moment.
 */
export function on(day: number, clock = "00:00"): Moment {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return day * DAY + hours * 3_600 + minutes * 60;
}

/**
 * @param moment A moment of the story.
 * @param now Unix seconds of the start.
 * @returns Unix seconds of the moment.
 */
export function toUnixSeconds(moment: Moment, now: number): number {
  return now - (now % DAY) + moment;
}
