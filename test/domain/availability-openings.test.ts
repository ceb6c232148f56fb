import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { DEFAULT_AVAILABILITY, type Availability, type Hours } from "#domain/availability.ts";
import { openTime } from "#domain/availability-openings.ts";
import { clipSpans } from "#domain/span.ts";
import { openMinuteByMinute, wallClock } from "#test/domain/availability-oracle.ts";

const DAY = 86_400;

/** Zones with their oddities: half an hour, two hours, at midnight, backwards in summer, never, a whole day left out. */
const ZONES: [timeZone: string, near: string][] = [
  ["Europe/Berlin", "2026-06-01"],
  ["Europe/London", "2026-06-01"],
  ["Europe/Dublin", "2026-06-01"],
  ["Atlantic/Azores", "2026-06-01"],
  ["America/New_York", "2026-06-01"],
  ["America/Los_Angeles", "2026-06-01"],
  ["America/St_Johns", "2026-06-01"],
  ["America/Havana", "2026-06-01"],
  ["America/Santiago", "2026-06-01"],
  ["America/Sao_Paulo", "2018-06-01"],
  ["Africa/Casablanca", "2026-01-15"],
  ["Africa/Cairo", "2026-06-01"],
  ["Asia/Beirut", "2026-06-01"],
  ["Asia/Kolkata", "2026-06-01"],
  ["Asia/Kathmandu", "2026-06-01"],
  ["Asia/Tehran", "2022-01-15"],
  ["Australia/Lord_Howe", "2026-06-01"],
  ["Australia/Adelaide", "2026-06-01"],
  ["Pacific/Chatham", "2026-06-01"],
  ["Pacific/Auckland", "2026-06-01"],
  ["Pacific/Apia", "2011-10-15"],
  ["Antarctica/Troll", "2026-06-01"],
];

const hours = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
  .map(([from, length]): Hours => ({ from, to: Math.min(1_440, from + length) }));
const weekly = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { maxLength: 12 })
  .map((rules) => rules.map(([weekday, open]) => ({ weekday, ...open })));

/** The clock changes after `near`, or that day itself where there are none. */
function changesAfter(timeZone: string, near: string): number[] {
  let at: Temporal.ZonedDateTime | null = Temporal.PlainDate.from(near).toZonedDateTime(timeZone);
  const changes: number[] = [];
  for (let count = 0; count < 2 && at !== null; count += 1) {
    at = at.getTimeZoneTransition("next");
    if (at) changes.push(at.epochMilliseconds / 1000);
  }
  return changes.length > 0 ? changes : [Date.parse(`${near}T00:00:00Z`) / 1000];
}

describe.each(ZONES)("given hours in %s", (timeZone, near) => {
  it("opens exactly the minutes at which the clock on the wall shows them, where the clocks change", () => {
    const read = wallClock(timeZone);
    for (const change of changesAfter(timeZone, near)) {
      const window = { from: change - 1.5 * DAY, to: change + 1.5 * DAY };
      const exceptions = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.array(hours, { maxLength: 2 })), {
        maxLength: 2,
      });
      fc.assert(
        fc.property(weekly, exceptions, (rules, special) => {
          const days = new Map(special.map(([days, open]) => [read(change + days * DAY).day, open]));
          const availability: Availability = {
            ...DEFAULT_AVAILABILITY,
            timeZone,
            weekly: rules,
            exceptions: [...days].map(([day, open]) => ({ day, hours: open })),
          };
          expect(clipSpans(openTime(availability, window), window)).toEqual(
            openMinuteByMinute(availability, window, read),
          );
        }),
        { numRuns: 25 },
      );
    }
  });
});

describe("given a night in which the clocks change in Berlin", () => {
  const night = (weekday: number, open: Hours): Availability => ({
    ...DEFAULT_AVAILABILITY,
    timeZone: "Europe/Berlin",
    weekly: [{ weekday, ...open }],
    exceptions: [],
  });
  const at = (text: string) => Date.parse(text) / 1000;

  it("opens a skipped hour not at all", () => {
    const window = { from: at("2026-03-29T00:00:00Z"), to: at("2026-03-29T04:00:00Z") };
    expect(openTime(night(7, { from: 90, to: 210 }), window)).toEqual([
      { from: at("2026-03-29T00:30:00Z"), to: at("2026-03-29T01:30:00Z") },
    ]);
    expect(openTime(night(7, { from: 120, to: 180 }), window)).toEqual([]);
  });
  it("opens a repeated hour both times", () => {
    const window = { from: at("2026-10-24T22:00:00Z"), to: at("2026-10-25T04:00:00Z") };
    expect(openTime(night(7, { from: 150, to: 210 }), window)).toEqual([
      { from: at("2026-10-25T00:30:00Z"), to: at("2026-10-25T01:00:00Z") },
      { from: at("2026-10-25T01:30:00Z"), to: at("2026-10-25T02:30:00Z") },
    ]);
  });
});

describe("given a day with hours of its own", () => {
  it("follows them instead of its weekday's, and none close it", () => {
    const availability: Availability = {
      ...DEFAULT_AVAILABILITY,
      timeZone: "UTC",
      weekly: [
        { weekday: 4, from: 540, to: 600 },
        { weekday: 5, from: 540, to: 600 },
      ],
      exceptions: [
        { day: "2026-12-24", hours: [] },
        { day: "2026-12-25", hours: [{ from: 600, to: 660 }] },
      ],
    };
    const window = { from: Date.parse("2026-12-24") / 1000, to: Date.parse("2026-12-27") / 1000 };
    expect(openTime(availability, window)).toEqual([
      { from: Date.parse("2026-12-25T10:00Z") / 1000, to: Date.parse("2026-12-25T11:00Z") / 1000 },
    ]);
  });
});
