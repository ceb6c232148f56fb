import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event } from "#test/web/features/calendar/ics/written-calendar.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";

/** Within it every file is read or refused: the limit of time, and the longest single piece of work. */
const LONGEST = IMPORT_LIMITS.milliseconds + 2_000;
const BEGINS = "DTSTART:16010101T000000Z";
const many = (count: number, line: string) => Array.from({ length: count }, () => line);
const zone = (...observances: string[]) => ["BEGIN:VTIMEZONE", "TZID:Mine", ...observances, "END:VTIMEZONE"];
const standard = (...lines: string[]) =>
  ["BEGIN:STANDARD", BEGINS.slice(0, -1), "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", ...lines, "END:STANDARD"].join(
    "\r\n",
  );
const inZone = event("DTSTART;TZID=Mine:20261124T100000", "DURATION:PT1H");

describe("given a small file that would keep a server busy for minutes", () => {
  it.each([
    [
      "one event with tens of thousands of rules",
      [...event(BEGINS, "DURATION:PT1H", ...many(40_000, "RRULE:FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1;COUNT=9000"))],
    ],
    [
      "a zone whose clocks change all the time",
      [...zone(standard(`RDATE:${many(100_000, "20261010T000000").join(",")}`)), ...inZone],
    ],
    [
      "one name for thousands of series and thousands of changes to them",
      [
        ...many(4_000, event("UID:all", BEGINS).join("\r\n")),
        ...many(4_000, event("UID:all", BEGINS, "RECURRENCE-ID:16010101T000000Z").join("\r\n")),
      ],
    ],
  ])("refuses %s in time", (_, lines) => {
    const begun = performance.now();
    expect(() => busyIn(calendarFile(...lines), "UTC", "2026-11-22T12:00:00Z")).toThrow(
      expect.objectContaining({ code: "calendar_too_large", fields: { file: "repeats" } }) as Error,
    );
    expect(performance.now() - begun).toBeLessThan(LONGEST);
  });
});
