import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { busyIn, calendarFile, event } from "#test/web/features/calendar/ics/written-calendar.ts";

const NOW = "2026-11-22T12:00:00Z";
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Whose clocks change on "the second Sunday" or "the last Friday": half an hour, at midnight, backwards in summer. */
const ZONES = [
  "Africa/Cairo",
  "America/Havana",
  "America/New_York",
  "America/St_Johns",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Europe/Madrid",
  "Pacific/Auckland",
  "Pacific/Chatham",
];

/** The next two changes of a zone's clocks. */
function changesOf(name: string): [Temporal.ZonedDateTime, Temporal.ZonedDateTime] {
  const first = Temporal.Instant.from(NOW).toZonedDateTimeISO(name).getTimeZoneTransition("next");
  const second = first?.getTimeZoneTransition("next");
  if (!first || !second) throw new Error(`no summer time in ${name}`);
  return [first, second];
}

/** A change as programs write it that know rules alone: since long ago, every year, on such a day. */
function observanceOf(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 });
  // What the clock would have shown, had it not been changed.
  const shown = change.withTimeZone(before.offset).toPlainDateTime();
  const place = shown.day + 7 > shown.daysInMonth ? -1 : Math.ceil(shown.day / 7);
  const weekday = WEEKDAYS[shown.dayOfWeek - 1];
  const begins = dayOf(shown.with({ year: 1970, day: 1 }), shown.dayOfWeek, place);
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${written(begins)}`,
    `TZOFFSETFROM:${before.offset.replace(":", "")}`,
    `TZOFFSETTO:${change.offset.replace(":", "")}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${shown.month};BYDAY=${place}${weekday}`,
    `END:${kind}`,
  ];
}

/** The day of that weekday at that place in the month, or from its end. */
function dayOf(month: Temporal.PlainDateTime, weekday: number, place: number): Temporal.PlainDateTime {
  const days = Array.from({ length: month.daysInMonth }, (_, index) => month.with({ day: index + 1 }));
  const there = days.filter(({ dayOfWeek }) => dayOfWeek === weekday);
  const found = there.at(place > 0 ? place - 1 : place);
  if (!found) throw new Error("no such day");
  return found;
}

function written(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
}

describe("given a zone a file brings with it by rules", () => {
  it.each(ZONES)("reads hours around each change of the clocks as in %s", (name) => {
    const changes = changesOf(name);
    const zone = ["BEGIN:VTIMEZONE", "TZID:Own", ...changes.flatMap(observanceOf), "END:VTIMEZONE"];
    const hours = (zoneName: string) =>
      changes.flatMap((change) =>
        Array.from({ length: 13 }, (_, step) => change.toPlainDateTime().add({ minutes: (step - 6) * 45 })).flatMap(
          (start) => event(`DTSTART;TZID=${zoneName}:${written(start)}`, "DURATION:PT20M"),
        ),
      );
    const weekly = (zoneName: string) =>
      event(`DTSTART;TZID=${zoneName}:20200101T121500`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=WE,SU");
    const read = (lines: (zoneName: string) => string[]) =>
      [lines("Own"), lines(name)].map((all) => busyIn(calendarFile(...zone, ...all), "UTC", NOW));
    for (const lines of [hours, weekly]) {
      const [own, known] = read(lines);
      expect(own?.length).toBeGreaterThan(12);
      expect(own).toEqual(known);
    }
  });
});
