import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ianaZone, UTC, zoneOfOnsets, type Onset } from "#web/features/calendar/ics/zone.ts";

const ZONES = [
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Havana",
  "America/New_York",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Asia/Beirut",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Atlantic/Azores",
  "Australia/Adelaide",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Europe/Madrid",
  "Europe/Moscow",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Pacific/Chatham",
];
const FROM = Date.parse("2010-01-01T00:00:00Z");
const TO = Date.parse("2028-01-01T00:00:00Z");

/** Every change of a zone's clocks in eighteen years, and the offset before. */
function changesOf(name: string): { onsets: Onset[]; before: number } {
  const onsets: Onset[] = [];
  const first = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(name);
  for (let at = first.getTimeZoneTransition("next"); at; at = at.getTimeZoneTransition("next")) {
    if (at.epochMilliseconds >= TO) break;
    onsets.push({ at: at.epochMilliseconds / 1000, offset: at.offsetNanoseconds / 1e9 });
  }
  return { onsets, before: first.offsetNanoseconds / 1e9 };
}

/** Walls each quarter of an hour for three hours around each change. */
function wallsAround({ onsets, before }: { onsets: Onset[]; before: number }): number[] {
  return onsets.flatMap(({ at }) => Array.from({ length: 25 }, (_, step) => at + before + (step - 12) * 900));
}

describe("given the clocks of twenty zones", () => {
  it.each(ZONES)("%s made of its changes tells what IANA's rules tell", (name) => {
    const changes = changesOf(name);
    const made = zoneOfOnsets(changes.onsets, changes.before);
    const known = ianaZone(name);
    for (const wall of [...wallsAround(changes), FROM / 1000, TO / 1000 - 86_400]) {
      const instant = known.toInstant(wall);
      expect(made.toInstant(wall), `${name} ${new Date(wall * 1000).toISOString()}`).toBe(instant);
      expect(made.toWall(instant)).toBe(known.toWall(instant));
    }
  });
  it("changes nothing in Greenwich", () => {
    expect(UTC.toInstant(5)).toBe(5);
    expect(UTC.toWall(5)).toBe(5);
    expect(ianaZone("UTC").toInstant(86_400)).toBe(86_400);
  });
});
