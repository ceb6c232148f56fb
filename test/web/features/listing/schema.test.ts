import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { LISTING_LIMITS, listingSchema } from "#web/features/listing/schema.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const TWICE = { id: randomUUID(), alt: "" };

describe("given a listing with something wrong in it", () => {
  it.each([
    ["a price of nothing", { priceMinutes: 0 }, { priceMinutes: "priceNone" }],
    ["a price below nothing", { priceMinutes: -60 }, { priceMinutes: "priceNone" }],
    ["a price above a year", { priceMinutes: 525_601 }, { priceMinutes: "priceHigh" }],
    ["a price in half minutes", { priceMinutes: 1.5 }, { priceMinutes: "priceNotWhole" }],
    ["a price that is no number", { priceMinutes: Number.NaN }, { priceMinutes: "priceMissing" }],
    ["an endless price", { priceMinutes: Infinity }, { priceMinutes: "priceMissing" }],
    ["a title of blanks", { title: "      " }, { title: "titleShort" }],
    ["a title too long", { title: "x".repeat(LISTING_LIMITS.titleLongest + 1) }, { title: "titleLong" }],
    ["no description", { description: " \n " }, { description: "descriptionEmpty" }],
    ["a description too long", { description: "x".repeat(4_001) }, { description: "descriptionLong" }],
    ["an unknown category", { category: "crypto" }, { category: "categoryUnknown" }],
    [
      "too many skills",
      { skills: Array.from({ length: 9 }, (_, index) => `skill ${index}`) },
      { skills: "skillsMany" },
    ],
    ["a skill too long", { skills: ["x".repeat(41)] }, { "skills.0": "skillLong" }],
    ["an empty skill", { skills: ["ok", " "] }, { "skills.1": "skillEmpty" }],
    ["an unknown kind", { kind: "gift" }, { kind: "kindUnknown" }],
    ["an unknown welcome", { welcome: "nobody" }, { welcome: "welcomeUnknown" }],
    ["a place too long", { place: "x".repeat(81) }, { place: "placeLong" }],
    ["neither place nor remote", { place: "", remote: false }, { place: "placeMissing" }],
    ["several things at once", { title: "", place: "" }, { title: "titleShort", place: "placeMissing" }],
    ["a reputation nobody said", { welcome: "reputation" }, { welcomeScore: "welcomeScore" }],
    ["a reputation above all", { welcome: "reputation", welcomeScore: 101 }, { welcomeScore: "welcomeScore" }],
    ["nobody chosen", { welcome: "members" }, { welcomeMembers: "welcomeMembersNone" }],
    [
      "somebody who is nobody",
      { welcome: "members", welcomeMembers: ["ines"] },
      { "welcomeMembers.0": "welcomeMember" },
    ],
    ["a session of no time", { durationMinutes: 0 }, { durationMinutes: "duration" }],
    ["a session of more than a day", { durationMinutes: 1_441 }, { durationMinutes: "duration" }],
    ["a buffer below nothing", { bufferBeforeMinutes: -5 }, { bufferBeforeMinutes: "buffer" }],
    ["a buffer without end", { bufferAfterMinutes: Infinity }, { bufferAfterMinutes: "buffer" }],
    ["a photo that is none", { photos: [{ id: "../../etc/passwd", alt: "" }] }, { "photos.0.id": "unknown" }],
    [
      "too many photos",
      { photos: Array.from({ length: 9 }, () => ({ id: randomUUID(), alt: "" })) },
      { photos: "many" },
    ],
    ["the same photo twice", { photos: [TWICE, TWICE] }, { photos: "unknown" }],
    [
      "a description of a photo too long",
      { photos: [{ ...TWICE, alt: "x".repeat(201) }] },
      { "photos.0.alt": "altLong" },
    ],
    ["an unknown language", { language: "xx" }, { language: "languageUnknown" }],
  ])("names the field and the sentence for %s", (_, wrong, problems) => {
    expect(fieldErrorsOf(listingSchema, { ...EXAMPLE_LISTING, ...wrong })).toEqual(problems);
  });
});

describe("given a listing with nothing wrong in it", () => {
  it("trims what was typed and keeps each skill once", () => {
    const typed = { ...EXAMPLE_LISTING, title: "  Fix your bike ", skills: ["Bikes", " bikes", "wheels"] };
    expect(listingSchema.parse(typed)).toMatchObject({ title: "Fix your bike", skills: ["bikes", "wheels"] });
  });
  it("leaves out what no Postgres text can hold", () => {
    expect(listingSchema.parse({ ...EXAMPLE_LISTING, title: "Fix\0 bikes" }).title).toBe("Fix bikes");
  });
  it("takes a place left empty where it is remote, and a whole year", () => {
    expect(
      listingSchema.safeParse({ ...EXAMPLE_LISTING, place: "", remote: true, priceMinutes: 525_600 }).success,
    ).toBe(true);
  });
  it("keeps of whose tokens are welcome only what belongs to the rule", () => {
    const typed = { ...EXAMPLE_LISTING, welcomeScore: 70, welcomeMembers: [`0x${"AB".repeat(20)}`] };
    expect(listingSchema.parse(typed)).toMatchObject({ welcomeScore: null, welcomeMembers: [] });
    expect(listingSchema.parse({ ...typed, welcome: "reputation" })).toMatchObject({
      welcomeScore: 70,
      welcomeMembers: [],
    });
    expect(listingSchema.parse({ ...typed, welcome: "members" })).toMatchObject({
      welcomeScore: null,
      welcomeMembers: [`0x${"ab".repeat(20)}`],
    });
  });
});
