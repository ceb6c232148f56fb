import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { DECEIVING, HALF_CHARACTERS, HOSTILE_WORDS } from "#test/support/hostile-words.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { photo } from "#web/db/schema/photo.ts";
import { createListing } from "#web/features/listing/operations.ts";
import { readListing } from "#web/features/listing/queries.ts";
import { listingSchema } from "#web/features/listing/schema.ts";
import { parseFilters } from "#web/features/market/filters.ts";
import { searchMarket } from "#web/features/market/queries.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const WHO = `0x${"11".repeat(20)}` as const;
const ONLOOKER = { viewer: null, now: new Date("2026-11-22T12:00:00Z"), timeZone: "UTC" };

let database: ConnectedDatabase;
let photoId = "";
beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [chainMember, reputation]);
  const [row] = await database.db.insert(photo).values({ owner: WHO, width: 640, height: 480 }).returning();
  photoId = row?.id ?? "";
});
afterAll(() => database.close());

/** A listing that says one thing in every field that takes words. */
const saying = (text: string) => ({
  ...EXAMPLE_LISTING,
  title: `A title: ${text}`,
  description: text,
  skills: [text.slice(0, 40)],
  place: text,
  remote: true,
  photos: [{ id: photoId, alt: text }],
});

describe("given what is meant to break a field", () => {
  it.each(HOSTILE_WORDS.map((text) => [text]))("stores %j as text, and finds it again", async (text) => {
    await database.db.delete(listing);
    const said = listingSchema.safeParse({ ...saying(`x ${text}`) });
    expect(said.error).toBeUndefined();
    if (!said.data) return;
    const { id } = await createListing(database.db, WHO, said.data, "published");
    const stored = await readListing(database.db, id, null);
    const { title = "", description = "", skills = [], place = "", photos = [] } = stored ?? {};
    expect([title, description, skills, place]).toEqual([
      said.data.title,
      said.data.description,
      said.data.skills,
      said.data.place,
    ]);
    for (const value of [title, description, ...skills, place, ...photos.map(({ alt }) => alt)])
      expect(value).not.toMatch(DECEIVING);
    const page = await searchMarket(database.db, parseFilters({ q: text, skill: text }), ONLOOKER);
    expect(page.total).toBeLessThanOrEqual(1);
    expect(await database.db.$count(listing)).toBe(1);
  });
  it.each(HALF_CHARACTERS)("refuses %j beside each field", (text) => {
    expect(fieldErrorsOf(listingSchema, saying(text))).toEqual({
      title: "textBroken",
      description: "textBroken",
      "skills.0": "textBroken",
      place: "textBroken",
      "photos.0.alt": "textBroken",
    });
  });
  it.each<[string, (text: string) => object, string, string]>([
    ["title", (title) => ({ title }), "title", "titleLong"],
    ["description", (description) => ({ description }), "description", "descriptionLong"],
    ["skill", (skill) => ({ skills: [skill] }), "skills.0", "skillLong"],
    ["place", (place) => ({ place }), "place", "placeLong"],
    ["photo's words", (alt) => ({ photos: [{ id: photoId, alt }] }), "photos.0.alt", "altLong"],
  ])("refuses a megabyte in a %s beside the field", (_, put, field, sentence) => {
    const huge = { ...EXAMPLE_LISTING, ...put("x".repeat(1_000_000)) };
    expect(fieldErrorsOf(listingSchema, huge)).toEqual({ [field]: sentence });
  });
});

describe("given Markdown", () => {
  it("keeps the blanks that mean something, and none of the signs that deceive", () => {
    const description = "- one\r\n  - two\r\n\tcode\u0007\n\u202eevil";
    expect(listingSchema.parse({ ...EXAMPLE_LISTING, description }).description).toBe("- one\n  - two\n\tcode\nevil");
  });
});
