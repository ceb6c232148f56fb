import type { Span } from "#domain/span.ts";
import type { Spend } from "#web/features/calendar/ics/budget.ts";
import type { Component } from "#web/features/calendar/ics/content-lines.ts";
import { readPeriods, type Clocks } from "#web/features/calendar/ics/read-event.ts";
import { spanOf } from "#web/features/calendar/ics/series.ts";

/**
 * When somebody is busy as a server publishes it: times without what they are for.
 * @throws AppError `calendar_broken` naming the line at fault, `calendar_too_large`
 */
export function readFreeBusy({ properties }: Component, clocks: Clocks, spend: Spend): Span[] {
  return properties
    .filter(({ name, parameters }) => name === "FREEBUSY" && parameters.get("FBTYPE")?.toUpperCase() !== "FREE")
    .flatMap((property) => {
      const periods = readPeriods(property, clocks);
      spend(periods.length);
      return periods.map(({ start, length }) => spanOf({ ...start, length: length ?? { days: 0, seconds: 0 } }));
    });
}
