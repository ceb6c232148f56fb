import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_AVAILABILITY, type Availability } from "#domain/availability.ts";
import { changeOpening } from "#domain/availability-edit.ts";
import { openTime } from "#domain/availability-openings.ts";
import { mergeSpans, subtractSpans } from "#domain/span.ts";

/** A Monday in Berlin. */
const MONDAY = Date.parse("2026-11-22T23:00:00Z") / 1000;
const at = (minutes: number) => MONDAY + minutes * 60;
const week = { from: MONDAY, to: at(7 * 1_440) };
const availability: Availability = {
  ...DEFAULT_AVAILABILITY,
  timeZone: "Europe/Berlin",
  weekly: [
    { weekday: 1, from: 540, to: 720 },
    { weekday: 2, from: 540, to: 720 },
  ],
};

describe("given nine to twelve on Mondays", () => {
  it("gives the one day hours of its own when they are moved, and leaves the other weeks", () => {
    const moved = changeOpening(availability, {
      remove: { from: at(540), to: at(720) },
      add: { from: at(600), to: at(780) },
    });
    expect(moved.exceptions).toEqual([{ day: "2026-11-23", hours: [{ from: 600, to: 780 }] }]);
    expect(moved.weekly).toEqual(availability.weekly);
  });
  it("moves hours from one day to another", () => {
    const moved = changeOpening(availability, {
      remove: { from: at(540), to: at(720) },
      add: { from: at(3 * 1_440), to: at(3 * 1_440 + 60) },
    });
    expect(moved.exceptions).toEqual([
      { day: "2026-11-23", hours: [] },
      { day: "2026-11-26", hours: [{ from: 0, to: 60 }] },
    ]);
  });
  it("forgets a day's own hours once they are as always again", () => {
    const span = { from: at(540), to: at(720) };
    const closed = changeOpening(availability, { remove: span, add: null });
    expect(changeOpening(closed, { remove: null, add: span })).toEqual(availability);
  });
  it("opens over midnight as two days", () => {
    const opened = changeOpening(availability, { remove: null, add: { from: at(1_380), to: at(1_500) } });
    expect(opened.exceptions).toEqual([
      {
        day: "2026-11-23",
        hours: [
          { from: 540, to: 720 },
          { from: 1_380, to: 1_440 },
        ],
      },
      {
        day: "2026-11-24",
        hours: [
          { from: 0, to: 60 },
          { from: 540, to: 720 },
        ],
      },
    ]);
  });
});

describe("given any change", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 6 * 1_440 }), fc.integer({ min: 1, max: 1_440 }))
    .map(([from, length]) => ({ from: at(from), to: at(from + length) }));
  it("opens what is added, closes what is removed, and nothing else", () => {
    fc.assert(
      fc.property(fc.option(span), fc.option(span), (remove, add) => {
        const before = openTime(availability, week);
        const expected = mergeSpans([...subtractSpans(before, remove ? [remove] : []), ...(add ? [add] : [])]);
        expect(openTime(changeOpening(availability, { remove, add }), week)).toEqual(expected);
      }),
    );
  });
});
