import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_AVAILABILITY } from "#domain/availability.ts";
import { toDraft, toInput, weekdayOfRule } from "#web/features/availability/hours-draft.ts";
import { availabilitySchema } from "#web/features/availability/schema.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const good = {
  ...DEFAULT_AVAILABILITY,
  timeZone: "Europe/Madrid",
  weekly: [
    { weekday: 1, from: 540, to: 720 },
    { weekday: 1, from: 780, to: 1_440 },
  ],
  exceptions: [{ day: "2026-12-24", hours: [] }],
};
const errors = (part: object) => fieldErrorsOf(availabilitySchema, { ...good, ...part });

describe("given hours nobody can keep", () => {
  it.each([
    ["a zone there is not", { timeZone: "Mars/Phobos" }, { timeZone: "timeZone" }],
    ["no zone", { timeZone: "" }, { timeZone: "timeZone" }],
    ["an injection for a zone", { timeZone: "UTC'; drop table app.member; --" }, { timeZone: "timeZone" }],
    ["an eighth day", { weekly: [{ weekday: 8, from: 0, to: 60 }] }, { "weekly.0.weekday": "weekday" }],
    ["an end before the beginning", { weekly: [{ weekday: 1, from: 600, to: 540 }] }, { "weekly.0": "hoursOrder" }],
    ["a minute beyond the day", { weekly: [{ weekday: 1, from: 0, to: 1_441 }] }, { "weekly.0.to": "hours" }],
    ["half a minute", { weekly: [{ weekday: 1, from: 0.5, to: 60 }] }, { "weekly.0.from": "hours" }],
    [
      "hours that overlap",
      {
        weekly: [
          { weekday: 3, from: 540, to: 720 },
          { weekday: 3, from: 700, to: 800 },
        ],
      },
      { "days.3": "hoursOverlap" },
    ],
    ["a day there is not", { exceptions: [{ day: "2027-02-29", hours: [] }] }, { "exceptions.0.day": "day" }],
    ["words for a day", { exceptions: [{ day: "<script>", hours: [] }] }, { "exceptions.0.day": "day" }],
    [
      "one day twice",
      {
        exceptions: [
          { day: "2026-12-24", hours: [] },
          { day: "2026-12-24", hours: [] },
        ],
      },
      { "exceptions.1.day": "dayTwice" },
    ],
    ["slots of no length", { slotMinutes: 0 }, { slotMinutes: "slotMinutes" }],
    ["a buffer below zero", { bufferMinutes: -1 }, { bufferMinutes: "bufferMinutes" }],
    ["notice of a year", { noticeMinutes: 525_600 }, { noticeMinutes: "noticeMinutes" }],
  ])("refuses %s beside its field", (_, part, expected) => {
    expect(errors(part)).toMatchObject(expected);
  });
  it("refuses more rules and days than anybody keeps", () => {
    const weekly = Array.from({ length: 51 }, () => ({ weekday: 1, from: 0, to: 1 }));
    expect(errors({ weekly })).toMatchObject({ weekly: "hoursMany" });
    const exceptions = Array.from({ length: 401 }, () => ({ day: "2026-12-24", hours: [] }));
    expect(errors({ exceptions })).toMatchObject({ exceptions: "exceptionsMany" });
  });
  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (weekly, exceptions) => {
        expect(typeof availabilitySchema.safeParse({ ...good, weekly, exceptions }).success).toBe("boolean");
      }),
    );
  });
});

describe("given hours that can be kept", () => {
  it("takes them, and the form gives them back as they were", () => {
    expect(errors({})).toEqual({});
    expect(toInput(toDraft(good))).toEqual(good);
  });
  it("reads an empty time as none, and midnight as the end of the day", () => {
    const draft = toDraft({ ...good, weekly: [] });
    const typed = {
      ...draft,
      week: [
        [
          { from: "22:00", to: "00:00" },
          { from: "", to: "10:00" },
        ],
      ],
    };
    expect(toInput(typed).weekly).toEqual([
      { weekday: 1, from: 1_320, to: 1_440 },
      { weekday: 1, from: NaN, to: 600 },
    ]);
    expect(fieldErrorsOf(availabilitySchema, toInput(typed))).toMatchObject({ "weekly.1.from": "hours" });
  });
  it("knows which weekday a rule belongs to", () => {
    const { week } = toDraft({ ...good, weekly: [...good.weekly, { weekday: 5, from: 0, to: 60 }] });
    expect([0, 1, 2].map((index) => weekdayOfRule(week, index))).toEqual([0, 0, 4]);
  });
});
