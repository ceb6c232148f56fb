import { freeTime, type OpenCalendar } from "./availability-slots.ts";
import type { Span } from "./span.ts";

const DAY = 86_400;

/** Promises are measured against the calendar of this many days at most; those without an end, against all of it. */
export const COVERAGE_DAYS = 365;

/** Minutes promised that run out at the same second; 0 for never. */
export type Promised = { minutes: number; expiry: number };

/** How much of what is promised a calendar can hold before it runs out. */
export type Coverage = {
  promisedMinutes: number;
  coveredMinutes: number;
  /** By expiry, the first to run out first; those without an end last. */
  lines: (Promised & { coveredMinutes: number })[];
};

/**
 * What runs out first takes the earliest free time: no other order covers more.
 * @param now unix seconds
 */
export function coverPromises(promised: readonly Promised[], calendar: OpenCalendar, now: number): Coverage {
  const horizon = now + COVERAGE_DAYS * DAY;
  const free = freeTime(calendar, { from: now, to: horizon }, now);
  const lines: Coverage["lines"] = [];
  let used = 0;
  for (const { minutes, expiry } of byExpiry(promised)) {
    const before = minutesBefore(free, expiry === 0 ? horizon : Math.min(expiry, horizon));
    const coveredMinutes = Math.max(0, Math.min(minutes, before - used));
    used += coveredMinutes;
    lines.push({ minutes, expiry, coveredMinutes });
  }
  const promisedMinutes = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  return { promisedMinutes, coveredMinutes: used, lines };
}

function byExpiry(promised: readonly Promised[]): Promised[] {
  const sums = new Map<number, number>();
  for (const { minutes, expiry } of promised) if (minutes > 0) sums.set(expiry, (sums.get(expiry) ?? 0) + minutes);
  return [...sums]
    .map(([expiry, minutes]) => ({ minutes, expiry }))
    .toSorted((a, b) => (a.expiry || Infinity) - (b.expiry || Infinity));
}

function minutesBefore(free: readonly Span[], end: number): number {
  const seconds = free.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from), 0);
  return Math.floor(seconds / 60);
}
