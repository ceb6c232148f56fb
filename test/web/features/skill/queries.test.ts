import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { HALF_CHARACTERS, HOSTILE_WORDS } from "#test/support/hostile-words.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { suggestSkills } from "#web/features/skill/queries.ts";
import { skillQuerySchema } from "#web/features/skill/schema.ts";

const INES: Address = `0x${"11".repeat(20)}`;
const LISTED: [skills: string[], status: "published" | "draft"][] = [
  [["Repair of bicycles"], "published"],
  [["bicycle repair"], "published"],
  [["Bicycle repair", "Español"], "published"],
  [["bicycle repair"], "published"],
  [["repair cafés"], "published"],
  [["repairing secrets"], "draft"],
];

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await database.db
    .insert(listing)
    .values(LISTED.map(([skills, status]) => ({ ...EXAMPLE_LISTING, owner: INES, skills, status })));
  await database.db.insert(member).values({
    address: INES,
    handle: "ines",
    handleKey: "ines",
    displayName: "Inés",
    skills: ["repair cafés", "100%_"],
  });
});
afterAll(() => database.close());

describe("given what is typed", () => {
  it.each([
    [
      "the beginning of a word, those that begin with it first",
      "rep",
      ["repair cafés", "Repair of bicycles", "bicycle repair"],
    ],
    ["case and accents aside", "ESPAN", ["Español"]],
    ["an accent that nobody typed", "répair c", ["repair cafés"]],
    ["the middle of a word", "icycle", []],
    ["what a draft says", "repairing", []],
    ["signs that mean something in a pattern", "%", []],
    ["signs that are there", "100%_", ["100%_"]],
    ["an attempt", "'; drop table app.listing; --", []],
  ])("suggests for %s", async (_, typed, names) => {
    expect(await suggestSkills(database.db, typed)).toEqual(names);
  });
  it.each([...HOSTILE_WORDS, ...HALF_CHARACTERS, "rep\0"])("takes %j as words, or refuses it", async (typed) => {
    const { data } = skillQuerySchema.safeParse({ q: typed });
    if (data) await expect(suggestSkills(database.db, data.q)).resolves.toBeInstanceOf(Array);
    else expect([...HALF_CHARACTERS, "\ufeff\u200b\u2028\u2029"]).toContain(typed);
  });
});
