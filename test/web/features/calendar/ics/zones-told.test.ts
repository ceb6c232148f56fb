import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event, span } from "#test/web/features/calendar/ics/written-calendar.ts";

const NOW = "2026-11-22T12:00:00Z";
const read = (...lines: string[]) => busyIn(calendarFile(...lines), "Europe/Madrid", NOW);
const hour = (begins: string) => event(`DTSTART;TZID=${begins}`, "DURATION:PT1H");
const steady = (name: string, offset: string) => [
  "BEGIN:VTIMEZONE",
  `TZID:${name}`,
  "BEGIN:STANDARD",
  "DTSTART:16010101T000000",
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  "END:STANDARD",
  "END:VTIMEZONE",
];

describe("given zones by name", () => {
  it("lets each calendar of a file mean its own by the same name", () => {
    const text =
      calendarFile(...steady("Mine", "+0500"), ...hour("Mine:20261124T100000")) +
      calendarFile(...steady("Mine", "-0500"), ...hour("Mine:20261125T100000")) +
      calendarFile("X-WR-TIMEZONE:Asia/Tokyo", ...event("DTSTART:20261126T100000", "DURATION:PT1H"));
    expect(busyIn(text, "Europe/Madrid", NOW)).toEqual([
      span("2026-11-24T05:00Z", "2026-11-24T06:00Z"),
      span("2026-11-25T15:00Z", "2026-11-25T16:00Z"),
      span("2026-11-26T01:00Z", "2026-11-26T02:00Z"),
    ]);
  });
  it("finds one that only another calendar of the file brings", () => {
    const text = calendarFile(...hour("Mine:20261124T100000")) + calendarFile(...steady("Mine", "+0500"));
    expect(busyIn(text, "Europe/Madrid", NOW)).toEqual([span("2026-11-24T05:00Z", "2026-11-24T06:00Z")]);
  });
  it("takes an abbreviation as the file tells it, although IANA knows one without summer time", () => {
    const eastern = [
      ...["BEGIN:VTIMEZONE", "TZID:EST"],
      ...["BEGIN:STANDARD", "DTSTART:19701101T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"],
      ...["TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "END:STANDARD"],
      ...["BEGIN:DAYLIGHT", "DTSTART:19700308T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"],
      ...["TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "END:DAYLIGHT", "END:VTIMEZONE"],
    ];
    const july = [span("2027-07-01T14:00Z", "2027-07-01T15:00Z")];
    expect(read(...eastern, ...hour("EST:20270701T100000"))).toEqual(july);
    expect(read(...hour("EST:20270701T090000"))).toEqual(july);
  });
  it("takes the name of a place as IANA's, whatever the file tells of it", () => {
    expect(read(...steady("Europe/Berlin", "+0900"), ...hour("Europe/Berlin:20270701T100000"))).toEqual([
      span("2027-07-01T08:00Z", "2027-07-01T09:00Z"),
    ]);
  });
  it("knows a name again that is escaped where it is told and quoted where it is used", () => {
    const zone = steady("(UTC+05:00) Islamabad\\, Karachi\\; here", "+0500");
    expect(read(...zone, ...hour('"(UTC+05:00) Islamabad, Karachi; here":20261124T100000'))).toEqual([
      span("2026-11-24T05:00Z", "2026-11-24T06:00Z"),
    ]);
  });
  it.each(["/", "/A", "A/"])("refuses a name of a million %s at once", (part) => {
    expect(() => read(...hour(`/${part.repeat(1_000_000)}:20270701T100000`))).toThrow(
      expect.objectContaining({ fields: { file: "zone", line: "6" } }) as Error,
    );
  });
  it.each([
    ["/mozilla.org/20050126_1/Europe/Berlin", "2027-07-01T08:00Z"],
    ["/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "2027-07-01T13:00Z"],
  ])("knows the place at the end of %s", (name, from) => {
    expect(read(...hour(`${name}:20270701T100000`))[0]?.from).toBe(Date.parse(from) / 1000);
  });
});

describe("given a zone named once, at the beginning", () => {
  it("reads the end and what is taken out by the same clock", () => {
    const begins = "DTSTART;TZID=America/New_York:20261124T100000";
    const lines = [begins, "DTEND:20261124T110000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261125T100000"];
    expect(read(...event(...lines))).toEqual([
      span("2026-11-24T15:00Z", "2026-11-24T16:00Z"),
      span("2026-11-26T15:00Z", "2026-11-26T16:00Z"),
    ]);
  });
});

describe("given whole days of which one is spoken of by a time", () => {
  it.each([
    ["its midnight in Madrid, in UTC", ":20261124T230000Z"],
    ["midnight on a clock elsewhere", ";TZID=America/New_York:20261125T000000"],
    ["midnight in UTC", ":20261125T000000Z"],
    ["its date", ";VALUE=DATE:20261125"],
  ])("takes out the day known by %s", (_, day) => {
    const lines = ["DTSTART;VALUE=DATE:20261124", "RRULE:FREQ=DAILY;COUNT=3", `EXDATE${day}`];
    expect(read(...event(...lines))).toEqual([
      span("2026-11-23T23:00Z", "2026-11-24T23:00Z"),
      span("2026-11-25T23:00Z", "2026-11-26T23:00Z"),
    ]);
  });
});
