import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BookingRecord } from "#web/features/booking/queries.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { lineSchema } from "#web/lib/text-schema.ts";

const SELLER = `0x${"5e".repeat(20)}` as const;
const BUYER = `0x${"b1".repeat(20)}` as const;
const booked: BookingRecord = {
  id: "0b0c6f3e-1111-4222-8333-444455556666",
  proposalId: "1c1d7f4e-1111-4222-8333-444455556666",
  dealId: null,
  seller: SELLER,
  buyer: BUYER,
  startsAt: new Date("2027-03-28T00:30:00Z"),
  endsAt: new Date("2027-03-28T02:00:00Z"),
  state: "firm",
  heldUntil: null,
  freedFor: null,
  sequence: 1,
  updatedAt: new Date("2026-11-22T12:00:00Z"),
  title: "An hour of piano",
  sellerName: null,
  buyerName: "Jonas Weber",
};

const write = (...bookings: BookingRecord[]) =>
  writeCalendar(bookings, { who: SELLER, origin: "https://time.example:8443" }, "TimeToken");

/** Reads as strictly as RFC 5545 allows. @returns the lines by their names */
function readStrictly(text: string): Map<string, string> {
  expect(text.endsWith("\r\n")).toBe(true);
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    expect(line).toMatch(/^[^\r\n]+$/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Surrogate}/u);
  }
  const unfolded = lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  return new Map(
    unfolded.map((line) => {
      const [, name = "", value = ""] = /^([A-Z-]+)(?:;[A-Z]+=[A-Z]+)*:(.*)$/.exec(line) ?? [];
      expect(name, line).not.toBe("");
      return [name, value];
    }),
  );
}

/** @returns what a text says; nothing in it may be escaped that has no need to be, or need to be and is not */
function unescape(value: string): string {
  expect(value.replaceAll(/\\[\\,;nN]/g, "")).not.toMatch(/[\\,;]/);
  return value.replaceAll(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
}

describe("given a booking as another program reads it", () => {
  it("says who it is, when it was written, how often it has changed, and when it is, in UTC", () => {
    expect(Object.fromEntries(readStrictly(write(booked)))).toMatchObject({
      VERSION: "2.0",
      UID: "0b0c6f3e-1111-4222-8333-444455556666@time.example",
      DTSTAMP: "20261122T120000Z",
      SEQUENCE: "1",
      DTSTART: "20270328T003000Z",
      DTEND: "20270328T020000Z",
      STATUS: "CONFIRMED",
      URL: "https://time.example:8443/proposals/1c1d7f4e-1111-4222-8333-444455556666",
    });
  });
  it("keeps its name when it moves or is called off, and says that it has changed", () => {
    const moved = { ...booked, startsAt: new Date("2027-03-27T00:30:00Z"), sequence: 2 };
    const freed = { ...moved, state: "freed", freedFor: "cancelled", sequence: 3 } as const;
    const told = [booked, moved, freed].map((one) => readStrictly(write(one)));
    expect(new Set(told.map((lines) => lines.get("UID"))).size).toBe(1);
    expect(told.map((lines) => lines.get("SEQUENCE"))).toEqual(["1", "2", "3"]);
    expect(told.map((lines) => lines.get("STATUS"))).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
  });
  it("gives every title and name back as they were, in lines no program chokes on", () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(",", ";", ":", "\\", "\\n", '"', "👨‍👩‍👧‍👦", "é", "ñ ", "漢字"),
          fc.string({ unit: "binary" }),
        ),
      )
      .map((parts) => lineSchema.parse(parts.join("")))
      .filter((line) => line !== "");
    fc.assert(
      fc.property(words, words, (title, buyerName) => {
        const summary = readStrictly(write({ ...booked, title, buyerName })).get("SUMMARY") ?? "";
        expect(unescape(summary)).toBe(`${title} · ${buyerName}`);
      }),
      { numRuns: 60 },
    );
  });
});
