import type { OpenCalendar } from "#domain/availability-slots.ts";
import { coverPromises, type Promised } from "#domain/coverage.ts";

/** What coverage is worked out from: what is promised and has no slot yet, and the calendar it has to fit in. */
export type CoverageGround = { promised: Promised[]; bookedMinutes: number; calendar: OpenCalendar };

/** How much of a member's outstanding promises their calendar can still hold before each runs out. Minutes. */
export type CoverageSummary = {
  promisedMinutes: number;
  /** Of that, what stands in the calendar as a firm booking. */
  bookedMinutes: number;
  /** Of that, what it has free time for. */
  freeMinutes: number;
};

/** @param now unix seconds */
export function summarise({ promised, bookedMinutes, calendar }: CoverageGround, now: number): CoverageSummary | null {
  const { promisedMinutes, coveredMinutes } = coverPromises(promised, calendar, now);
  if (promisedMinutes + bookedMinutes === 0) return null;
  return { promisedMinutes: promisedMinutes + bookedMinutes, bookedMinutes, freeMinutes: coveredMinutes };
}
