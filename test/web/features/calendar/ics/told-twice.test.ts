import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event, span } from "#test/web/features/calendar/ics/written-calendar.ts";

const read = (...lines: string[]) => busyIn(calendarFile(...lines), "UTC", "2026-11-22T12:00:00Z");
const hourAt = (day: string) => [`DTSTART:${day}T100000Z`, "DURATION:PT1H"];
const busyOn = (...days: number[]) => days.map((day) => span(`2026-11-${day}T10:00:00Z`, `2026-11-${day}T11:00:00Z`));

describe("given events that call themselves the same", () => {
  it("counts each where they have no name at all", () => {
    expect(read(...event("UID:", ...hourAt("20261124")), ...event("UID:", ...hourAt("20261125")))).toEqual(
      busyOn(24, 25),
    );
  });
  it("counts each where none says it is newer", () => {
    const [one, two] = ["20261124", "20261125"].map((day) =>
      event("UID:all", "SEQUENCE:1", "DTSTAMP:20261101T000000Z", ...hourAt(day)),
    );
    expect(read(...(one ?? []), ...(two ?? []))).toEqual(busyOn(24, 25));
  });
  it("takes the one written later where both have the same number, wherever it stands", () => {
    const older = event("UID:moved", "DTSTAMP:20261101T000000Z", ...hourAt("20261124"));
    const newer = event("UID:moved", "DTSTAMP:20261102T000000Z", ...hourAt("20261125"));
    expect(read(...older, ...newer)).toEqual(busyOn(25));
    expect(read(...newer, ...older)).toEqual(busyOn(25));
  });
});

describe("given what is called off", () => {
  const daily = event("UID:daily", ...hourAt("20261124"), "RRULE:FREQ=DAILY;COUNT=3");
  it("leaves out one time of a series that is cancelled without saying when it would have begun", () => {
    const cancelled = event("UID:daily", "RECURRENCE-ID:20261125T100000Z", "STATUS:CANCELLED");
    expect(read(...daily, ...cancelled)).toEqual(busyOn(24, 26));
    expect(read(...cancelled, ...daily)).toEqual(busyOn(24, 26));
  });
  it("leaves out a whole series that is cancelled later, without a beginning", () => {
    expect(read(...daily, ...event("UID:daily", "SEQUENCE:1", "STATUS:CANCELLED"))).toEqual([]);
  });
  it("reads a file of cancellations as such, beside one of events", () => {
    const cancelling = calendarFile("METHOD:CANCEL", ...event("UID:daily", "SEQUENCE:1", ...hourAt("20261124")));
    expect(busyIn(calendarFile(...daily) + cancelling, "UTC", "2026-11-22T12:00:00Z")).toEqual([]);
  });
  it("ignores what neither begins nor is cancelled", () => {
    expect(read(...event("SUMMARY:Some day"))).toEqual([]);
  });
});

describe("given the standard's word and Outlook's on whether an event takes its time", () => {
  it.each([
    ["free by Outlook's alone", ["FREE"], false],
    ["free by both", ["FREE", "TRANSPARENT"], false],
    ["busy in doubt", ["FREE", "OPAQUE"], true],
    ["away, though marked as free", ["OOF", "TRANSPARENT"], true],
    ["perhaps, though marked as free", ["TENTATIVE", "TRANSPARENT"], true],
    ["at work elsewhere, as the standard's word says", ["WORKINGELSEWHERE", "TRANSPARENT"], false],
    ["at work elsewhere, and nothing more", ["WORKINGELSEWHERE"], true],
  ])("is %s", (_, [outlook = "", standard], busy) => {
    const lines = [`X-MICROSOFT-CDO-BUSYSTATUS:${outlook}`, ...(standard ? [`TRANSP:${standard}`] : [])];
    expect(read(...event(...hourAt("20261124"), ...lines))).toEqual(busy ? busyOn(24) : []);
  });
});

describe("given times a server publishes without what they are for", () => {
  const published = (...lines: string[]) => ["BEGIN:VFREEBUSY", "UID:1", ...lines, "END:VFREEBUSY"];
  it("reads all but the free ones", () => {
    expect(
      read(
        ...published(
          "FREEBUSY:20261124T100000Z/PT1H,20261125T100000Z/20261125T110000Z",
          "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261126T100000Z/PT1H",
          "FREEBUSY;FBTYPE=FREE:20261127T100000Z/PT1H",
        ),
      ),
    ).toEqual(busyOn(24, 25, 26));
  });
  it("refuses a period that is none, and names the line", () => {
    expect(() => read(...published("FREEBUSY:20261124T100000Z/20261123T100000Z"))).toThrow(
      expect.objectContaining({ fields: { file: "order", line: "6" } }) as Error,
    );
  });
});
