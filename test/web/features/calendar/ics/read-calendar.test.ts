import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { readCalendar } from "#web/features/calendar/ics/read-calendar.ts";
import { AppError } from "#web/lib/errors.ts";

const now = new Date("2026-11-22T12:00:00Z");
const timeZone = "America/New_York";
const at = (text: string) => Date.parse(text) / 1000;
const file = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    ...events.flatMap((lines, index) => ["BEGIN:VEVENT", `UID:${index}`, ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const read = (text: string) => readCalendar(Buffer.from(text), { timeZone, now });
const busy = (...events: string[][]) => read(file(...events)).busy;

describe("given a file that cannot be read", () => {
  it.each([
    ["nothing", "", "start", "1"],
    ["another kind of file", "GIF89a\n\n", "start", "1"],
    ["a line without a value", file(["SUMMARY"]), "line", "6"],
    ["parts that cross", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "nesting", "3"],
    ["a file cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "end", "3"],
    ["a day there is not", file(["DTSTART:20260230T100000Z"]), "date", "6"],
    ["a time there is not", file(["DTSTART:20260227T250000Z"]), "date", "6"],
    ["a zone there is not", file(["DTSTART;TZID=Mars/Phobos:20261124T100000"]), "zone", "6"],
    ["an end before the beginning", file(["DTSTART:20261124T100000Z", "DTEND:20261124T090000Z"]), "order", "7"],
    [
      "a period that runs backwards",
      file(["DTSTART:20261124", "RDATE:20261125T100000Z/20261125T090000Z"]),
      "order",
      "7",
    ],
    ["a length of no time", file(["DTSTART:20261124T100000Z", "DURATION:1H"]), "duration", "7"],
    ["two beginnings", file(["DTSTART:20261124T100000Z", "DTSTART:20261125T100000Z"]), "twice", "7"],
    ["an added day there is not", file(["DTSTART:20261124", "RDATE;VALUE=DATE:20261125,20260230"]), "date", "7"],
    ["a rule without how often", file(["DTSTART:20261124", "RRULE:INTERVAL=2"]), "rule", "7"],
    ["a month there is not", file(["DTSTART:20261124", "RRULE:FREQ=YEARLY;BYMONTH=13"]), "rule", "7"],
    ["a rule too long to count", file(["DTSTART:19000101", "RRULE:FREQ=DAILY;COUNT=100000"]), "rule", "7"],
    ["a rule there is not", file(["DTSTART:20261124T100000Z", "RRULE:FREQ=NEVER"]), "rule", "7"],
    ["a rule that never moves", file(["DTSTART:20261124T100000Z", "RRULE:FREQ=DAILY;INTERVAL=0"]), "rule", "7"],
    ["a rule of every second", file(["DTSTART:20261124T100000Z", "RRULE:FREQ=SECONDLY"]), "tooOften", "7"],
    ["a date behind folded lines", file(["SUMMARY:a", " b", "DTSTART:20261301"]), "date", "8"],
  ])("refuses %s and names the line", (_, text, problem, line) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: "calendar_broken", fields: { file: problem, line } }) as Error,
    );
  });
  it("refuses more events than it takes", () => {
    const many = Array.from({ length: IMPORT_LIMITS.events + 1 }, () => ["DTSTART:20261124T100000Z"]);
    expect(() => read(file(...many))).toThrow(expect.objectContaining({ code: "calendar_too_large" }) as Error);
  });
  it("takes as many as it says, of which each is excepted once", () => {
    const many = Array.from({ length: IMPORT_LIMITS.events }, () => [
      "DTSTART;TZID=Europe/Berlin:20261124T100000",
      "DURATION:PT1H",
      "EXDATE;TZID=Europe/Berlin:20261124T110000",
    ]);
    expect(read(file(...many))).toMatchObject({ eventCount: IMPORT_LIMITS.events, busy: { length: 1 } });
  });
  it("refuses more exceptions than it takes", () => {
    const days = Array.from({ length: IMPORT_LIMITS.times + 1 }, () => "20261124").join(",");
    expect(() => read(file(["DTSTART:20261123", `EXDATE:${days}`]))).toThrow(
      expect.objectContaining({ code: "calendar_too_large", fields: { file: "repeats" } }) as Error,
    );
  });
  it("refuses what repeats into more than it takes", () => {
    const daily = ["DTSTART:20261124T100000Z", "DTEND:20261124T101000Z", "RRULE:FREQ=DAILY"];
    expect(() => read(file(...Array.from({ length: 60 }, () => daily)))).toThrow(
      expect.objectContaining({ code: "calendar_too_large" }) as Error,
    );
  });
  it("never does anything but read or refuse, whatever it is given", () => {
    const noise = fc.array(
      fc.oneof(
        fc.constantFrom(
          "BEGIN:VEVENT",
          "END:VEVENT",
          "BEGIN:VTIMEZONE",
          "RRULE:FREQ=WEEKLY",
          "DTSTART:20261124",
          "UID:1",
        ),
        fc.string(),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(noise, (lines) => {
        try {
          read(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n"));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("given a calendar of somebody in New York", () => {
  it("reads times in their zone, in UTC, and without one in the member's", () => {
    expect(
      busy(
        ["DTSTART;TZID=Europe/Berlin:20261124T100000", "DTEND;TZID=Europe/Berlin:20261124T110000"],
        ["DTSTART:20261125T100000Z", "DURATION:PT90M"],
        ["DTSTART:20261126T100000", "DTEND:20261126T110000"],
      ),
    ).toEqual([
      { from: at("2026-11-24T09:00Z"), to: at("2026-11-24T10:00Z") },
      { from: at("2026-11-25T10:00Z"), to: at("2026-11-25T11:30Z") },
      { from: at("2026-11-26T15:00Z"), to: at("2026-11-26T16:00Z") },
    ]);
  });
  it("takes whole days from midnight to midnight of the member's zone", () => {
    expect(busy(["DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261126"])).toEqual([
      { from: at("2026-11-24T05:00Z"), to: at("2026-11-26T05:00Z") },
    ]);
  });
  it("repeats by the clock of the event's zone, across a change of the clocks", () => {
    const [first, ...rest] = busy([
      "DTSTART;TZID=Europe/Berlin:20260302T100000",
      "DTEND;TZID=Europe/Berlin:20260302T110000",
      "RRULE:FREQ=WEEKLY;UNTIL=20270501T000000Z",
    ]);
    expect(first).toEqual({ from: at("2026-11-23T09:00Z"), to: at("2026-11-23T10:00Z") });
    expect(rest.at(-1)).toEqual({ from: at("2027-04-26T08:00Z"), to: at("2027-04-26T09:00Z") });
  });
  it("leaves out what was taken out of a series, and moves what was moved", () => {
    const series = ["DTSTART:20261124T100000Z", "DTEND:20261124T110000Z", "RRULE:FREQ=DAILY;COUNT=3"];
    const text = file([...series, "EXDATE:20261125T100000Z"]).replace(
      "END:VCALENDAR",
      [
        "BEGIN:VEVENT",
        "UID:0",
        "RECURRENCE-ID:20261126T100000Z",
        "DTSTART:20261126T150000Z",
        "DTEND:20261126T160000Z",
        "END:VEVENT",
        "END:VCALENDAR",
      ].join("\r\n"),
    );
    expect(read(text).busy).toEqual([
      { from: at("2026-11-24T10:00Z"), to: at("2026-11-24T11:00Z") },
      { from: at("2026-11-26T15:00Z"), to: at("2026-11-26T16:00Z") },
    ]);
  });
  it.each(["00010101", "15821225", "16010101", "16040229", "99981231"])("reads a day of the year %s", (day) => {
    const daily = [`DTSTART;VALUE=DATE:${day}`, "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"];
    expect(busy(daily, ["DTSTART:20261124T100000Z", "DTEND:99991231T235959Z"])).toEqual([
      { from: at(day < "2026" ? now.toISOString() : "2026-11-24T10:00Z"), to: at(now.toISOString()) + 365 * 86_400 },
    ]);
  });
  it("repeats at the hours a rule names, and refuses one of many minutes", () => {
    const starts = (rule: string) =>
      busy(["DTSTART:20261124T100000Z", "DURATION:PT1H", `RRULE:${rule}`]).map(({ from }) => from);
    expect(starts("FREQ=WEEKLY;BYDAY=TU,WE;BYHOUR=10,16;BYMINUTE=0;BYSECOND=0;COUNT=4")).toEqual(
      ["2026-11-24T10:00Z", "2026-11-24T16:00Z", "2026-11-25T10:00Z", "2026-11-25T16:00Z"].map(at),
    );
    expect(() => starts("FREQ=DAILY;BYMINUTE=0,30")).toThrow(
      expect.objectContaining({ fields: { file: "tooOften", line: "8" } }) as Error,
    );
  });
  it("reads lines with blanks at their ends, however they end", () => {
    const text = file(["DTSTART:20261124T100000Z", "DURATION:PT1H"]);
    for (const end of [" \r\n", "\t\n", "\r", "\r\r\n"])
      expect(read(text.replaceAll("\r\n", end)).busy).toHaveLength(1);
  });
  it("does not count what is cancelled, marked as free, or over", () => {
    const hour = ["DTSTART:20261124T100000Z", "DTEND:20261124T110000Z"];
    const over = ["DTSTART:20251124T100000Z", "DTEND:20251124T110000Z"];
    expect(busy([...hour, "STATUS:CANCELLED"], [...hour, "TRANSP:TRANSPARENT"], over)).toEqual([]);
  });
  it("reads a zone the file brings with it", () => {
    const text = file([
      "DTSTART;TZID=Romance Standard Time:20261124T100000",
      "DTEND;TZID=Romance Standard Time:20261124T110000",
    ]).replace(
      "PRODID:-//test//EN",
      [
        "PRODID:-//test//EN",
        "BEGIN:VTIMEZONE",
        "TZID:Romance Standard Time",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
      ].join("\r\n"),
    );
    expect(read(text).busy).toEqual([{ from: at("2026-11-24T09:00Z"), to: at("2026-11-24T10:00Z") }]);
  });
});
