/** @param at unix seconds (what the chain says) or a Date (what schema app says) */
export function toDate(at: number | Date): Date {
  return typeof at === "number" ? new Date(at * 1000) : at;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something still takes, in the one unit people would say. */
export type Remaining = { unit: "days" | "hours" | "minutes"; count: number } | { unit: "over" };

/**
 * Rounds down, so that nobody is promised time they do not have; the last minute counts as one.
 * @param seconds from now until then; negative when it has passed
 */
export function remaining(seconds: number): Remaining {
  if (seconds <= 0) return { unit: "over" };
  if (seconds >= 2 * DAY) return { unit: "days", count: Math.floor(seconds / DAY) };
  if (seconds >= 2 * HOUR) return { unit: "hours", count: Math.floor(seconds / HOUR) };
  return { unit: "minutes", count: Math.max(1, Math.floor(seconds / MINUTE)) };
}
