import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgreedListing, changedSince, readBrief, writeBrief } from "#domain/brief.ts";

const BIKE: AgreedListing = {
  title: "Fix your bike",
  description: "Bring **the bike**.",
  priceMinutes: 90,
  place: "Berlin, Neukölln",
  remote: false,
};

describe("given words without a listing", () => {
  it("leaves them as they are", () =>
    expect(readBrief(writeBrief("Two hours", null))).toEqual({ words: "Two hours", listing: null }));
  it("reads any text as words, also a broken one", () => {
    for (const text of ["", "⁂", "x\n\n⁂ listing\n{"]) expect(readBrief(text)).toEqual({ words: text, listing: null });
  });
});

describe("given words and a listing", () => {
  const listings = fc.record({
    title: fc.string(),
    description: fc.string({ unit: "grapheme" }),
    priceMinutes: fc.nat(),
    place: fc.string(),
    remote: fc.boolean(),
  });
  it("gives both back as they were, whatever stands in them", () => {
    fc.assert(
      fc.property(fc.string(), listings, (words, listing) => {
        expect(readBrief(writeBrief(words, listing))).toEqual({ words, listing });
      }),
    );
  });
  it("lets nobody's words pass for a listing", () => {
    const forged = writeBrief("x", { ...BIKE, priceMinutes: 1 });
    expect(readBrief(writeBrief(forged, null)).listing).toBeNull();
    expect(readBrief(writeBrief(forged, BIKE)).listing).toEqual(BIKE);
  });
  it("writes the same text for the same listing, in whatever order its fields come", () => {
    const { title, ...rest } = BIKE;
    expect(writeBrief("x", { ...rest, title })).toBe(writeBrief("x", BIKE));
  });
  it("says what has changed since", () => {
    expect(changedSince(BIKE, BIKE)).toEqual([]);
    expect(changedSince(BIKE, { ...BIKE, remote: true, priceMinutes: 120 })).toEqual(["priceMinutes", "remote"]);
  });
});
