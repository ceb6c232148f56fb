import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayRule, daysOfRule, writeDay, writeRule } from "#test/web/features/calendar/ics/rule-oracle.ts";
import { busyIn, calendarFile, event } from "#test/web/features/calendar/ics/written-calendar.ts";

const DAY = 86_400;
/** A Sunday. */
const NOW = Date.parse("2026-11-22T00:00:00Z") / 1000 / DAY;

const listOf = (one: fc.Arbitrary<number>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
const fromEnds = (most: number) => fc.integer({ min: -most, max: most }).filter((place) => place !== 0);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 1 });
const days = (places: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.record({ place: places, weekday: fc.integer({ min: 0, max: 6 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ place, weekday }) => `${place} ${weekday}`,
  });
const anyDay = days(fc.constant(0));

/** What each kind of rule may say (the table of RFC 5545, 3.3.10). */
const KINDS = {
  DAILY: { byDay: anyDay, byMonthDay: listOf(fromEnds(31)) },
  WEEKLY: { byDay: anyDay },
  MONTHLY: { byDay: fc.oneof(anyDay, days(fromEnds(5))), byMonthDay: listOf(fromEnds(31)) },
  YEARLY: {
    byDay: fc.oneof(anyDay, days(fromEnds(20))),
    byMonthDay: listOf(fromEnds(31)),
    byYearDay: listOf(fromEnds(366)),
  },
};

const rules: fc.Arbitrary<DayRule> = fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY").chain((freq) => {
  const { byDay, byMonthDay, byYearDay } = { byMonthDay: undefined, byYearDay: undefined, ...KINDS[freq] };
  return fc.record({
    freq: fc.constant(freq),
    interval: fc.integer({ min: 1, max: 4 }),
    count: maybe(fc.integer({ min: 1, max: 40 })),
    until: fc.constant(undefined),
    wkst: fc.integer({ min: 0, max: 6 }),
    byDay: maybe(byDay),
    byMonth: maybe(listOf(fc.integer({ min: 1, max: 12 }))),
    byMonthDay: byMonthDay ? maybe(byMonthDay) : fc.constant(undefined),
    byYearDay: byYearDay ? maybe(byYearDay) : fc.constant(undefined),
    bySetPos: maybe(listOf(fromEnds(5))),
  });
});

describe("given any rule of days", () => {
  it("names the days that going through them one by one finds, and the first", () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: NOW - 800, max: NOW + 200 }), maybe(fc.nat(900)), (said, start, left) => {
        const rule =
          said.count === undefined ? { ...said, until: left === undefined ? undefined : start + left } : said;
        // How many a count leaves of a series that begins with none of its days, the RFC leaves open.
        const named = daysOfRule(rule, start, NOW + 365);
        fc.pre(rule.count === undefined || named[0] === start);
        const lines = event(`DTSTART:${writeDay(start)}T100000Z`, "DURATION:PT1H", `RRULE:${writeRule(rule)}`);
        const found = busyIn(calendarFile(...lines), "UTC", "2026-11-22T00:00:00Z").map(({ from }) =>
          Math.floor(from / DAY),
        );
        const expected = [...new Set([start, ...named])].filter((day) => day >= NOW && day < NOW + 365);
        expect(found, writeRule(rule)).toEqual(expected.toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });
});
