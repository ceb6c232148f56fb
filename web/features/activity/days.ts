import { Temporal } from "temporal-polyfill";
import type { Activity } from "#web/features/activity/queries.ts";

/** What happened on one day of the reader's zone. */
export type ActivityDay = { /** `2026-11-24` */ day: string; events: Activity[] };

/** Puts events, the latest first, under the days they happened on where the reader is. */
export function groupByDay(events: readonly Activity[], timeZone: string): ActivityDay[] {
  const days: ActivityDay[] = [];
  for (const event of events) {
    const day = dayIn(timeZone, event.at);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}

/**
 * @param at unix seconds
 * @returns the day it was in a zone: `2026-11-24`
 */
export function dayIn(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
