import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_AVAILABILITY, type Availability } from "#domain/availability.ts";
import { openTime } from "#domain/availability-openings.ts";
import { type Buffers, canHoldSlots, isSlotFree, listFreeSlots } from "#domain/availability-slots.ts";

const DAY = 86_400;
/** A Monday. */
const MONDAY = Date.parse("2026-11-23T00:00:00Z") / 1000;
const at = (minutes: number) => MONDAY + minutes * 60;

const availability: Availability = {
  ...DEFAULT_AVAILABILITY,
  timeZone: "UTC",
  weekly: [{ weekday: 1, from: 540, to: 720 }],
  bufferMinutes: 0,
  noticeMinutes: 0,
};
const monday = { from: MONDAY, to: MONDAY + DAY };

describe("given hours from nine to twelve in steps of half an hour", () => {
  const starts = (changes: Partial<Availability>, busy: { from: number; to: number }[], minutes = 60, now = MONDAY) =>
    listFreeSlots({ availability: { ...availability, ...changes }, busy }, { minutes, window: monday, now });

  it("offers an hour at nine, half past nine … and last at eleven", () => {
    expect(starts({}, [])).toEqual([540, 570, 600, 630, 660].map(at));
  });
  it("offers nothing longer than the hours", () => {
    expect(starts({}, [], 181)).toEqual([]);
  });
  it("offers nothing that touches what is in the calendar, and keeps the buffer around it", () => {
    const busy = [{ from: at(630), to: at(660) }];
    expect(starts({}, busy, 30)).toEqual([540, 570, 600, 660, 690].map(at));
    expect(starts({ bufferMinutes: 10 }, busy, 30)).toEqual([540, 570, 690].map(at));
  });
  it("keeps a listing's own buffers in place of the member's, each on its side", () => {
    const slots = (buffers: Buffers, blocked: { from: number; to: number }[] = []) =>
      listFreeSlots(
        {
          availability: { ...availability, bufferMinutes: 60 },
          busy: [{ from: at(630), to: at(660) }],
          blocked,
          buffers,
        },
        { minutes: 30, window: monday, now: MONDAY },
      );
    expect(slots({ before: 0, after: 0 })).toEqual([540, 570, 600, 660, 690].map(at));
    expect(slots({ before: 30, after: 0 })).toEqual([540, 570, 600, 690].map(at));
    expect(slots({ before: 0, after: 30 })).toEqual([540, 570, 660, 690].map(at));
    expect(slots({ before: null, after: 0 })).toEqual([540, 570, 600].map(at));
    expect(slots({ before: 0, after: 0 }, [{ from: at(630), to: at(690) }])).toEqual([540, 570, 600, 690].map(at));
  });
  it("offers nothing within the notice", () => {
    expect(starts({ noticeMinutes: 60 }, [], 60, at(555))).toEqual([630, 660].map(at));
  });
  it("keeps the steps where they are when a booking begins off them", () => {
    expect(starts({}, [{ from: at(540), to: at(585) }], 30)).toEqual([600, 630, 660, 690].map(at));
  });
  it("offers nothing beyond ninety days", () => {
    const window = { from: MONDAY, to: MONDAY + 200 * DAY };
    const last = listFreeSlots({ availability, busy: [] }, { minutes: 60, window, now: MONDAY }).at(-1) ?? 0;
    expect(last).toBeLessThan(MONDAY + 90 * DAY);
    expect(last).toBeGreaterThan(MONDAY + 80 * DAY);
  });
  it("runs over midnight where the next day opens at once", () => {
    const nights = {
      weekly: [
        { weekday: 1, from: 1_380, to: 1_440 },
        { weekday: 2, from: 0, to: 60 },
      ],
    };
    expect(starts(nights, [], 90)).toEqual([1_380, 1_410].map(at));
  });
  it("says which work it can ever hold", () => {
    expect(canHoldSlots(availability, 180, MONDAY)).toBe(true);
    expect(canHoldSlots(availability, 181, MONDAY)).toBe(false);
    expect(canHoldSlots({ ...availability, weekly: [] }, 30, MONDAY)).toBe(false);
  });
});

describe("given a calendar as full as ten imported ones can make it", () => {
  it("offers what is left without trying every slot against every gap", () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1_440 }));
    const busy = Array.from({ length: 100_000 }, (_, index) => ({
      from: MONDAY + index * 77,
      to: MONDAY + index * 77 + 1,
    }));
    const begun = performance.now();
    const starts = listFreeSlots(
      { availability: { ...availability, weekly: always, slotMinutes: 5 }, busy },
      { minutes: 5, window: { from: MONDAY, to: MONDAY + 90 * DAY }, now: MONDAY },
    );
    expect(starts[0]).toBe(at(Math.ceil((100_000 * 77) / 300) * 5));
    expect(performance.now() - begun).toBeLessThan(1_500);
  });
});

describe("given any hours and anything in the calendar", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 14 * 1_440 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, length]) => ({ from: at(from), to: at(from + length) }));
  const calendar = fc.record({
    availability: fc
      .record({
        timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham"),
        weekly: fc.array(
          fc
            .tuple(
              fc.integer({ min: 1, max: 7 }),
              fc.integer({ min: 0, max: 1_380 }),
              fc.integer({ min: 15, max: 600 }),
            )
            .map(([weekday, from, length]) => ({ weekday, from, to: Math.min(1_440, from + length) })),
          { maxLength: 6 },
        ),
        slotMinutes: fc.integer({ min: 5, max: 120 }),
        bufferMinutes: fc.integer({ min: 0, max: 60 }),
        noticeMinutes: fc.integer({ min: 0, max: 2_880 }),
      })
      .map((parts): Availability => ({ ...parts, exceptions: [] })),
    busy: fc.array(span, { maxLength: 8 }),
  });
  const window = { from: MONDAY, to: MONDAY + 14 * DAY };

  it("offers only what is open, free with its buffer, and far enough ahead", () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 5, max: 240 }), (given, minutes) => {
        const open = openTime(given.availability, { from: window.from, to: window.to + DAY });
        const buffer = given.availability.bufferMinutes * 60;
        for (const start of listFreeSlots(given, { minutes, window, now: MONDAY })) {
          const end = start + minutes * 60;
          expect(open.some(({ from, to }) => from <= start && end <= to)).toBe(true);
          expect(given.busy.some(({ from, to }) => from - buffer < end && start < to + buffer)).toBe(false);
          expect(start).toBeGreaterThanOrEqual(MONDAY + given.availability.noticeMinutes * 60);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says of each slot it offers that it is free, and of none beside them", () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 0, max: 14 * 288 }), (given, step) => {
        const start = at(step * 5);
        const offered = listFreeSlots(given, { minutes: 30, window, now: MONDAY }).includes(start);
        expect(isSlotFree(given, { start, minutes: 30 }, MONDAY)).toBe(offered && start < window.to);
      }),
      { numRuns: 60 },
    );
  });

  it("never offers both of two slots that overlap once one of them is booked", () => {
    fc.assert(
      fc.property(calendar, fc.nat(), (given, choice) => {
        const slots = listFreeSlots(given, { minutes: 60, window, now: MONDAY });
        const booked = slots[choice % Math.max(1, slots.length)];
        if (booked === undefined) return;
        const busy = [...given.busy, { from: booked, to: booked + 3_600 }];
        const left = listFreeSlots({ ...given, busy }, { minutes: 60, window, now: MONDAY });
        expect(left.every((start) => start + 3_600 <= booked || start >= booked + 3_600)).toBe(true);
        expect(slots).toEqual(expect.arrayContaining(left));
      }),
      { numRuns: 40 },
    );
  });
});
