import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_AVAILABILITY, type Availability } from "#domain/availability.ts";
import { coverPromises } from "#domain/coverage.ts";

const DAY = 86_400;
/** A Monday. */
const NOW = Date.parse("2026-11-23T00:00:00Z") / 1000;

/** An hour a week, on Mondays at nine. */
const availability: Availability = {
  ...DEFAULT_AVAILABILITY,
  timeZone: "UTC",
  weekly: [{ weekday: 1, from: 540, to: 600 }],
  bufferMinutes: 0,
  noticeMinutes: 0,
};

describe("given a calendar that opens an hour a week", () => {
  const cover = (promised: { minutes: number; expiry: number }[], busy: { from: number; to: number }[] = []) =>
    coverPromises(promised, { availability, busy }, NOW);

  it("covers what runs out in a fortnight with two of them", () => {
    expect(cover([{ minutes: 150, expiry: NOW + 14 * DAY }])).toEqual({
      promisedMinutes: 150,
      coveredMinutes: 120,
      lines: [{ minutes: 150, expiry: NOW + 14 * DAY, coveredMinutes: 120 }],
    });
  });
  it("gives the earliest hours to what runs out first, whatever the order it is told in", () => {
    const soon = { minutes: 60, expiry: NOW + 7 * DAY };
    const later = { minutes: 90, expiry: NOW + 14 * DAY };
    const never = { minutes: 30, expiry: 0 };
    expect(cover([never, later, soon]).lines.map(({ coveredMinutes }) => coveredMinutes)).toEqual([60, 60, 30]);
  });
  it("takes an hour that is taken for no cover", () => {
    const busy = [{ from: NOW + 9 * 3_600, to: NOW + 10 * 3_600 }];
    expect(cover([{ minutes: 60, expiry: NOW + 7 * DAY }], busy).coveredMinutes).toBe(0);
  });
  it("measures promises without an end against a year", () => {
    expect(cover([{ minutes: 6_000, expiry: 0 }]).coveredMinutes).toBe(53 * 60);
  });
  it("finds nothing to cover where nothing is promised", () => {
    expect(cover([])).toEqual({ promisedMinutes: 0, coveredMinutes: 0, lines: [] });
  });
});

describe("given any promises", () => {
  const promised = fc.array(
    fc.record({ minutes: fc.integer({ min: 1, max: 600 }), expiry: fc.constantFrom(0, 3, 8, 15, 40, 400) }),
    { maxLength: 8 },
  );
  it("covers of every deadline no more than is promised, nor than the hours before it", () => {
    fc.assert(
      fc.property(promised, (given) => {
        const inDays = given.map(({ minutes, expiry }) => ({ minutes, expiry: expiry && NOW + expiry * DAY }));
        const { lines, coveredMinutes } = coverPromises(inDays, { availability, busy: [] }, NOW);
        let sum = 0;
        for (const line of lines) {
          sum += line.coveredMinutes;
          expect(line.coveredMinutes).toBeLessThanOrEqual(line.minutes);
          const days = line.expiry === 0 ? 365 : Math.min(365, (line.expiry - NOW) / DAY);
          expect(sum).toBeLessThanOrEqual(Math.ceil(days / 7) * 60);
        }
        expect(coveredMinutes).toBe(sum);
      }),
      { numRuns: 100 },
    );
  });
});
