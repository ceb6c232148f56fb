import { describe, expect, it } from "vitest";
import { formatMinutes, shortenHex } from "#web/lib/format.ts";
import { formatInstant, formatStretch } from "#web/lib/format-instant.ts";
import { remaining } from "#web/lib/instant.ts";

const words = (key: string, { hours, minutes }: Record<string, number>) =>
  ({ hours: `${hours} h`, minutes: `${minutes} min`, both: `${hours} h ${minutes} min` })[key] ?? "";

describe("formatMinutes", () => {
  it.each([
    [0, "0 min"],
    [45, "45 min"],
    [60, "1 h"],
    [90, "1 h 30 min"],
    [1_500, "25 h"],
  ])("%d minutes are %s", (minutes, text) => expect(formatMinutes(words, minutes)).toBe(text));
});

describe("shortenHex", () => {
  it("keeps both ends of an address", () =>
    expect(shortenHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8")).toBe("0x7099…79c8"));
  it("leaves what is short alone", () => expect(shortenHex("0x12")).toBe("0x12"));
});

describe("remaining", () => {
  const HOUR = 3_600;
  it.each([
    [-1, { unit: "over" }],
    [0, { unit: "over" }],
    [1, { unit: "minutes", count: 1 }],
    [2 * HOUR - 1, { unit: "minutes", count: 119 }],
    [2 * HOUR, { unit: "hours", count: 2 }],
    [48 * HOUR - 1, { unit: "hours", count: 47 }],
    [71 * HOUR, { unit: "days", count: 2 }],
  ])("of %d seconds never promises more than there is", (seconds, left) => expect(remaining(seconds)).toEqual(left));
});

describe("formatStretch", () => {
  const from = new Date("2026-11-27T13:00:00Z");
  it.each([
    ["2026-11-27T18:00:00Z", "Fri 27 Nov, 14:00–19:00"],
    ["2026-11-28T18:00:00Z", "Fri 27 Nov, 14:00\u2009–\u2009Sat 28 Nov, 19:00"],
  ])("up to %s is %s", (to, text) =>
    expect(formatStretch(from, new Date(to), { locale: "en", timeZone: "Europe/Madrid" })).toBe(text),
  );
});

describe("formatInstant", () => {
  const date = new Date("2026-11-24T17:00:00Z");
  it("writes in the reader's zone and language", () => {
    expect(formatInstant(date, { locale: "en", timeZone: "Europe/Berlin" })).toBe("Tue 24 Nov, 18:00");
    expect(formatInstant(date, { locale: "es", timeZone: "Europe/Lisbon" })).toBe("mar, 24 nov, 17:00");
  });
});
