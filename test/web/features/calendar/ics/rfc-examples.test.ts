import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event, span } from "#test/web/features/calendar/ics/written-calendar.ts";

const NEW_YORK = "America/New_York";
const AT_NINE = ["DTSTART;TZID=America/New_York:19970902T090000", "DURATION:PT1H"];

/** The days in New York on which something happens at nine, `09-02` in the first year, `1998-01-02` after it. */
function daysAtNine(lines: string[], now = "1997-09-01T00:00:00Z"): string[] {
  return busyIn(calendarFile(...event(...lines)), NEW_YORK, now).map(({ from, to }) => {
    const there = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(NEW_YORK);
    expect(there.toPlainTime().toString()).toBe("09:00:00");
    expect(to - from).toBe(3_600);
    const day = there.toPlainDate().toString();
    return day.startsWith(now.slice(0, 4)) ? day.slice(5) : day;
  });
}

/** `DTSTART` on another day than the second of September. */
const from = (day: string) => [`DTSTART;TZID=America/New_York:${day}T090000`, "DURATION:PT1H"];

describe("given the recurrences RFC 5545 works out by hand", () => {
  it.each([
    ["every ten days, five times", AT_NINE, "FREQ=DAILY;INTERVAL=10;COUNT=5", "09-02 09-12 09-22 10-02 10-12"],
    [
      "Tuesdays and Thursdays for five weeks",
      AT_NINE,
      "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
      "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02",
    ],
    [
      "three days of every other week",
      from("19970901"),
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
      "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 " +
        "11-10 11-12 11-14 11-24 11-26 11-28 12-08 12-10 12-12 12-22",
    ],
    [
      "the first Friday of ten months",
      from("19970905"),
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
      "09-05 10-03 11-07 12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05",
    ],
    [
      "the first and the last Sunday of every other month",
      from("19970907"),
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
      "09-07 09-28 11-02 11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31",
    ],
    [
      "the last Monday but one",
      from("19970922"),
      "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
      "09-22 10-20 11-17 12-22 1998-01-19 1998-02-16",
    ],
    [
      "the third day before a month ends",
      from("19970928"),
      "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6",
      "09-28 10-29 11-28 12-29 1998-01-29 1998-02-26",
    ],
    [
      "the Saturday after the first Sunday",
      from("19970913"),
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10",
      "09-13 10-11 11-08 12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 1998-05-09 1998-06-13",
    ],
    [
      "the third of Tuesday, Wednesday and Thursday",
      from("19970904"),
      "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
      "09-04 10-07 11-06",
    ],
    [
      "the last working day but one",
      from("19970929"),
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7",
      "09-29 10-30 11-27 12-30 1998-01-29 1998-02-26 1998-03-30",
    ],
  ])("repeats %s", (_, begins, rule, days) => {
    expect(daysAtNine([...begins, `RRULE:${rule}`])).toEqual(days.split(" "));
  });
  it("repeats daily until a day of December, across the end of summer time", () => {
    expect(daysAtNine([...AT_NINE, "RRULE:FREQ=DAILY;UNTIL=19971224T000000Z"])).toHaveLength(113);
  });
  it("leaves out days a month does not have", () => {
    const lines = [...from("20070115"), "RRULE:FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"];
    expect(daysAtNine(lines, "2007-01-01T00:00:00Z")).toEqual("01-15 01-30 02-15 03-15 03-30".split(" "));
  });
  it("counts weeks from the day they begin with", () => {
    const lines = (first: string) => [
      ...from("19970805"),
      `RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=${first}`,
    ];
    expect(daysAtNine(lines("MO"), "1997-08-01T00:00:00Z")).toEqual("08-05 08-10 08-19 08-24".split(" "));
    expect(daysAtNine(lines("SU"), "1997-08-01T00:00:00Z")).toEqual("08-05 08-17 08-19 08-31".split(" "));
  });
  it("counts the beginning, although it is no Friday the 13th, unless it is taken out", () => {
    const rule = "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13";
    expect(daysAtNine([...AT_NINE, rule])).toEqual(["09-02", "1998-02-13", "1998-03-13"]);
    expect(daysAtNine([...AT_NINE, "EXDATE;TZID=America/New_York:19970902T090000", rule])).toEqual([
      "1998-02-13",
      "1998-03-13",
    ]);
  });
});

describe("given times that are added", () => {
  it("takes the same instant once, in whatever zone it is written", () => {
    const lines = event(
      "DTSTART;TZID=America/New_York:19970707T083000",
      "DURATION:PT1H",
      "RDATE:19970714T123000Z",
      "RDATE;TZID=America/New_York:19970714T083000,19970716T083000",
    );
    expect(busyIn(calendarFile(...lines), NEW_YORK, "1997-07-01T00:00:00Z")).toEqual([
      span("1997-07-07T12:30Z", "1997-07-07T13:30Z"),
      span("1997-07-14T12:30Z", "1997-07-14T13:30Z"),
      span("1997-07-16T12:30Z", "1997-07-16T13:30Z"),
    ]);
  });
  it("gives periods their own end or length", () => {
    const lines = event(
      "DTSTART:19960401T020000Z",
      "DURATION:PT30M",
      "RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,19960404T010000Z/PT3H",
    );
    expect(busyIn(calendarFile(...lines), NEW_YORK, "1996-04-01T00:00:00Z")).toEqual([
      span("1996-04-01T02:00Z", "1996-04-01T02:30Z"),
      span("1996-04-03T02:00Z", "1996-04-03T04:00Z"),
      span("1996-04-04T01:00Z", "1996-04-04T04:00Z"),
    ]);
  });
  it("takes whole days, one of 25 hours among them, and makes those that touch one", () => {
    const lines = event(
      "DTSTART;VALUE=DATE:19970704",
      "RDATE;VALUE=DATE:19971014,19971026,19971128,19971129,19971225",
      "EXDATE;VALUE=DATE:19971225",
    );
    expect(busyIn(calendarFile(...lines), NEW_YORK, "1997-07-01T00:00:00Z")).toEqual([
      span("1997-07-04T04:00Z", "1997-07-05T04:00Z"),
      span("1997-10-14T04:00Z", "1997-10-15T04:00Z"),
      span("1997-10-26T04:00Z", "1997-10-27T05:00Z"),
      span("1997-11-28T05:00Z", "1997-11-30T05:00Z"),
    ]);
  });
  it("takes a bare date as the usual time on that day, and lets a bare date take one out", () => {
    const lines = [...AT_NINE, "RRULE:FREQ=DAILY;COUNT=3", "RDATE;VALUE=DATE:19970910", "EXDATE;VALUE=DATE:19970903"];
    expect(daysAtNine(lines)).toEqual(["09-02", "09-04", "09-10"]);
  });
  it("lets an added time be taken out or moved like any other", () => {
    const series = event(
      "UID:added",
      ...AT_NINE,
      "RDATE;TZID=America/New_York:19970910T090000,19970911T090000,19970912T090000",
      "EXDATE:19970911T130000Z",
    );
    const moved = event("UID:added", "RECURRENCE-ID:19970912T130000Z", ...from("19970920"));
    expect(busyIn(calendarFile(...series, ...moved), NEW_YORK, "1997-09-01T00:00:00Z")).toEqual([
      span("1997-09-02T13:00Z", "1997-09-02T14:00Z"),
      span("1997-09-10T13:00Z", "1997-09-10T14:00Z"),
      span("1997-09-20T13:00Z", "1997-09-20T14:00Z"),
    ]);
  });
});

describe("given one time of a series that is spoken of by itself", () => {
  const series = event("UID:weekly", "SEQUENCE:1", ...AT_NINE, "RRULE:FREQ=WEEKLY;COUNT=4");
  const change = (...lines: string[]) =>
    busyIn(calendarFile(...event("UID:weekly", ...lines), ...series), NEW_YORK, "1997-09-01T00:00:00Z").map(
      ({ from }) => new Date(from * 1000).toISOString().slice(5, 16),
    );
  it("moves it alone, or all that follow with it", () => {
    const moved = ["DTSTART;TZID=America/New_York:19970910T150000", "DURATION:PT2H"];
    expect(change("RECURRENCE-ID:19970909T130000Z", ...moved)).toEqual([
      "09-02T13:00",
      "09-10T19:00",
      "09-16T13:00",
      "09-23T13:00",
    ]);
    expect(change("RECURRENCE-ID;RANGE=THISANDFUTURE:19970909T130000Z", ...moved)).toEqual([
      "09-02T13:00",
      "09-10T19:00",
      "09-17T19:00",
      "09-24T19:00",
    ]);
  });
  it("takes the newest of two words on it", () => {
    const older = event("UID:weekly", "SEQUENCE:2", "RECURRENCE-ID:19970909T130000Z", ...from("19970912"));
    const newer = event("UID:weekly", "SEQUENCE:3", "RECURRENCE-ID:19970909T130000Z", ...from("19970913"));
    for (const parts of [
      [older, newer],
      [newer, older],
    ])
      expect(busyIn(calendarFile(...series, ...parts.flat()), NEW_YORK, "1997-09-01T00:00:00Z")[1]).toEqual(
        span("1997-09-13T13:00Z", "1997-09-13T14:00Z"),
      );
  });
  it("counts it where the series is not in the file, and not where it is cancelled", () => {
    const lone = event("UID:lone", "RECURRENCE-ID:19970909T130000Z", ...from("19970912"));
    expect(busyIn(calendarFile(...lone), NEW_YORK, "1997-09-01T00:00:00Z")).toHaveLength(1);
    expect(change("STATUS:CANCELLED", "RECURRENCE-ID:19970909T130000Z", ...from("19970909"))).toHaveLength(3);
  });
});

describe("given lengths across a change of the clocks", () => {
  // Clocks in New York go back an hour in the night to 26 October 1997.
  it("lets a day by the calendar last 25 hours, and 24 hours last 24", () => {
    const begins = "DTSTART;TZID=America/New_York:19971025T120000";
    const lasting = (line: string) =>
      busyIn(calendarFile(...event(begins, line)), NEW_YORK, "1997-10-01T00:00:00Z").map(({ from, to }) => to - from);
    expect(lasting("DURATION:P1D")).toEqual([25 * 3_600]);
    expect(lasting("DURATION:PT24H")).toEqual([24 * 3_600]);
    expect(lasting("DURATION:P1W")).toEqual([(7 * 24 + 1) * 3_600]);
    expect(lasting("DTEND;TZID=America/New_York:19971026T120000")).toEqual([25 * 3_600]);
  });
  it.each([
    ["America/New_York", "19971026T014500", "19971026T011500", "1997-10-26T05:45Z", "1997-10-26T06:15Z"],
    ["Australia/Lord_Howe", "19970330T015500", "19970330T014000", "1997-03-29T14:55Z", "1997-03-29T15:10Z"],
  ])(
    "lets what begins before the clocks go back in %s end after, on a clock that shows less",
    (zone, begins, ends, from, to) => {
      const lines = event(`DTSTART;TZID=${zone}:${begins}`, `DTEND;TZID=${zone}:${ends}`);
      expect(busyIn(calendarFile(...lines), "UTC", "1997-03-01T00:00:00Z")).toEqual([span(from, to)]);
    },
  );
  it("reads an hour that comes twice as its first, and one that is skipped by the clock before", () => {
    const hour = (day: string) => event(`DTSTART;TZID=America/New_York:${day}`, "DURATION:PT30M");
    expect(busyIn(calendarFile(...hour("19971026T013000")), NEW_YORK, "1997-10-01T00:00:00Z")).toEqual([
      span("1997-10-26T05:30Z", "1997-10-26T06:00Z"),
    ]);
    expect(busyIn(calendarFile(...hour("19970406T023000")), NEW_YORK, "1997-04-01T00:00:00Z")).toEqual([
      span("1997-04-06T07:30Z", "1997-04-06T08:00Z"),
    ]);
  });
});
