import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event, span } from "#test/web/features/calendar/ics/written-calendar.ts";
import { readCalendar } from "#web/features/calendar/ics/read-calendar.ts";

const NOW = "2026-11-22T12:00:00Z";
const read = (lines: readonly string[], timeZone = "Europe/Madrid") => busyIn(calendarFile(...lines), timeZone, NOW);

/** The clocks of central Europe, as programs write them that know no IANA names. */
const CENTRAL_EUROPE = (name: string) => [
  "BEGIN:VTIMEZONE",
  `TZID:${name}`,
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

describe("given a calendar as Outlook writes it", () => {
  it.each([
    ["a Windows name", "W. Europe Standard Time", "TZID=W. Europe Standard Time"],
    ["a name in quotation marks", "(UTC+01:00) Amsterdam, Berlin", 'TZID="(UTC+01:00) Amsterdam, Berlin"'],
    ["a zone of the user's own", "Customized Time Zone", "TZID=Customized Time Zone"],
    ["a name like an address", "tzone://Microsoft/Custom", "TZID=tzone://Microsoft/Custom"],
  ])("reads %s by the rules it brings, in winter and in summer", (_, name, parameter) => {
    const weekly = event(
      `DTSTART;${parameter}:20240102T090000`,
      `DTEND;${parameter}:20240102T093000`,
      "RRULE:FREQ=MONTHLY;UNTIL=20270706T070000Z;BYDAY=1TU",
      `EXDATE;${parameter}:20270105T090000,20270202T090000`,
      "TRANSP:OPAQUE",
      "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    );
    expect(read([...CENTRAL_EUROPE(name), ...weekly])).toEqual([
      span("2026-12-01T08:00Z", "2026-12-01T08:30Z"),
      span("2027-03-02T08:00Z", "2027-03-02T08:30Z"),
      span("2027-04-06T07:00Z", "2027-04-06T07:30Z"),
      span("2027-05-04T07:00Z", "2027-05-04T07:30Z"),
      span("2027-06-01T07:00Z", "2027-06-01T07:30Z"),
      span("2027-07-06T07:00Z", "2027-07-06T07:30Z"),
    ]);
  });
  it.each([
    ["W. Europe Standard Time", "2026-11-24T08:00Z", "2027-07-06T07:00Z"],
    ["Eastern Standard Time", "2026-11-24T14:00Z", "2027-07-06T13:00Z"],
    ["India Standard Time", "2026-11-24T03:30Z", "2027-07-06T03:30Z"],
    ["E. South America Standard Time", "2026-11-24T12:00Z", "2027-07-06T12:00Z"],
  ])("reads %s by what Windows means by it where no rules are brought", (name, winter, summer) => {
    const quarterAt = (clock: string) => event(`DTSTART;TZID=${name}:${clock}`, "DURATION:PT15M");
    const starts = read([...quarterAt("20261124T090000"), ...quarterAt("20270706T090000")]).map(({ from }) => from);
    expect(starts).toEqual([winter, summer].map((instant) => Date.parse(instant) / 1000));
  });
  it("ends whole days by the day, though their end is written in UTC", () => {
    // Midnight of 26 November in Madrid.
    const daily = [
      "DTSTART;VALUE=DATE:20261124",
      "DTEND;VALUE=DATE:20261125",
      "RRULE:FREQ=DAILY;UNTIL=20261125T230000Z",
    ];
    expect(read(event(...daily))).toEqual([span("2026-11-23T23:00Z", "2026-11-26T23:00Z")]);
  });
});

describe("given a calendar as Google writes it", () => {
  const GOOGLE = [
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Trabajo\\, Zürich",
    "X-WR-TIMEZONE:America/New_York",
  ];
  it("reads a series with a day moved, a day taken out, and its zone's IANA name", () => {
    const series = event(
      "UID:g1@google.com",
      "DTSTART;TZID=Europe/Berlin:20261123T100000",
      "DTEND;TZID=Europe/Berlin:20261123T110000",
      "RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261214T225959Z;BYDAY=MO",
      "EXDATE;TZID=Europe/Berlin:20261130T100000",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
    );
    const moved = event(
      "UID:g1@google.com",
      "RECURRENCE-ID;TZID=Europe/Berlin:20261207T100000",
      "DTSTART;TZID=Europe/Berlin:20261208T160000",
      "DTEND;TZID=Europe/Berlin:20261208T163000",
      "SEQUENCE:1",
    );
    expect(read([...GOOGLE, ...series, ...moved])).toEqual([
      span("2026-11-23T09:00Z", "2026-11-23T10:00Z"),
      span("2026-12-08T15:00Z", "2026-12-08T15:30Z"),
      span("2026-12-14T09:00Z", "2026-12-14T10:00Z"),
    ]);
  });
  it("reads times without a zone in the calendar's, and whole days in the member's", () => {
    const floating = event("DTSTART:20261124T090000", "DTEND:20261124T100000");
    const day = event("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202");
    expect(read([...GOOGLE, ...floating, ...day])).toEqual([
      span("2026-11-24T14:00Z", "2026-11-24T15:00Z"),
      span("2026-11-30T23:00Z", "2026-12-01T23:00Z"),
    ]);
    expect(read(["X-WR-TIMEZONE:Nowhere/At All", ...floating])).toEqual([
      span("2026-11-24T08:00Z", "2026-11-24T09:00Z"),
    ]);
  });
  it("takes its name without what escapes it", () => {
    const file = calendarFile(...GOOGLE);
    const { name } = readCalendar(Buffer.from(file), { timeZone: "Europe/Madrid", now: new Date(NOW) });
    expect(name).toBe("Trabajo, Zürich");
  });
});

describe("given a calendar as Apple writes it", () => {
  it("reads over alarms, journeys and places, and a zone told with all its past", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Copied from Moscow",
      "BEGIN:DAYLIGHT",
      "TZNAME:MSD",
      "DTSTART:19930328T020000",
      "TZOFFSETFROM:+0300",
      "TZOFFSETTO:+0400",
      "RRULE:FREQ=YEARLY;UNTIL=20100327T230000Z;BYMONTH=3;BYDAY=-1SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "TZNAME:MSK",
      "DTSTART:19961027T030000",
      "TZOFFSETFROM:+0400",
      "TZOFFSETTO:+0300",
      "RRULE:FREQ=YEARLY;UNTIL=20101030T230000Z;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD",
      "BEGIN:STANDARD",
      "DTSTART:20110327T020000",
      "TZOFFSETFROM:+0300",
      "TZOFFSETTO:+0400",
      "END:STANDARD",
      "BEGIN:STANDARD",
      "DTSTART:20141026T020000",
      "TZOFFSETFROM:+0400",
      "TZOFFSETTO:+0300",
      "RDATE:20141026T020000",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const lines = event(
      "DTSTART;TZID=Copied from Moscow:20261124T100000",
      "DURATION:PT1H",
      'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Calle Mayor 1: ático; izq.',
      ' ";X-TITLE=Casa:geo:40.41,-3.70',
      "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
      "BEGIN:VALARM",
      "TRIGGER;VALUE=DATE-TIME:19760401T005545Z",
      "ACTION:NONE",
      "END:VALARM",
    );
    expect(read([...zone, ...lines])).toEqual([span("2026-11-24T07:00Z", "2026-11-24T08:00Z")]);
  });
});

describe("given a calendar as Nextcloud writes it", () => {
  it("reads a duration for an end, a cancelled and a free event, and dates that are added", () => {
    const hour = ["DTSTART;TZID=Europe/Madrid:20261124T100000", "DURATION:PT1H"];
    expect(
      read([
        ...event(...hour, "RDATE;TZID=Europe/Madrid:20261126T100000"),
        ...event("DTSTART;TZID=Europe/Madrid:20261125T100000", "DURATION:PT1H", "STATUS:CANCELLED"),
        ...event("DTSTART;TZID=Europe/Madrid:20261125T120000", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
      ]),
    ).toEqual([span("2026-11-24T09:00Z", "2026-11-24T10:00Z"), span("2026-11-26T09:00Z", "2026-11-26T10:00Z")]);
  });
  it("undoes folds within a character, and counts lines as the file does", () => {
    const title = Buffer.from("SUMMARY:Café con Zoë");
    const cut = title.indexOf(0xc3) + 1;
    const folded = Buffer.concat([title.subarray(0, cut), Buffer.from("\r\n "), title.subarray(cut)]);
    const file = (start: string) => {
      const [head = "", tail = ""] = calendarFile(
        ...event("UID:1", "X-CUT", `DTSTART:${start}`, "DURATION:PT1H"),
      ).split("X-CUT");
      return Buffer.concat([Buffer.from(head), folded, Buffer.from(tail)]);
    };
    expect(busyIn(file("20261124T100000Z"), "Europe/Madrid", NOW)).toHaveLength(1);
    expect(() => busyIn(file("20261324T100000Z"), "Europe/Madrid", NOW)).toThrow(
      expect.objectContaining({ fields: { file: "date", line: "8" } }) as Error,
    );
  });
  it("reads every zone's name in letters of its own", () => {
    const lines = event("DTSTART;TZID=Mitteleuropäische Zeit:20270701T100000", "DURATION:PT1H");
    expect(read([...CENTRAL_EUROPE("Mitteleuropäische Zeit"), ...lines])).toEqual([
      span("2027-07-01T08:00Z", "2027-07-01T09:00Z"),
    ]);
  });
});

describe("given what never ends", () => {
  it("reads a year ahead of it and no more", () => {
    const daily = event("DTSTART;TZID=Europe/Madrid:19700101T080000", "DURATION:PT1H", "RRULE:FREQ=DAILY");
    const found = read(daily);
    expect(found).toHaveLength(365);
    expect(found.at(-1)).toEqual(span("2027-11-22T07:00Z", "2027-11-22T08:00Z"));
  });
});
