import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { suggestFor } from "#web/features/market/suggest.ts";

const BIANCA: Address = `0x${"11".repeat(20)}`;
const OMAR: Address = `0x${"22".repeat(20)}`;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  const { db } = database;
  const listings = [
    { title: "Fix your bicycle", skills: ["Bicycle repair"] },
    { title: "Bicycle tours", skills: ["bicycle repair", "Big maps"] },
    { title: "Birdwatching" },
    { title: "Música y canción" },
    { title: "Música, musica" },
    { title: "Bingo, not yet", status: "draft" as const },
  ];
  const base = { ...EXAMPLE_LISTING, owner: OMAR, description: "", skills: [], status: "published" as const };
  await db.insert(listing).values(listings.map((one) => ({ ...base, ...one })));
  await countWords(db);
  await db.insert(member).values([
    { address: BIANCA, handle: "bianca_r", handleKey: "bianca_r", displayName: "Bianca Rossi", bio: "Bicycles!" },
    { address: OMAR, handle: "omar", handleKey: "omar", displayName: "Omar Bixby" },
  ]);
});
afterAll(() => database.close());

const suggest = async (text: string, viewer: Address | null = null) =>
  (await suggestFor(database.db, text, viewer)).map(({ kind, text: said }) => `${kind}: ${said}`);

describe("given what is the beginning of no word", () => {
  it.each([
    "",
    " ",
    "b",
    "xyz",
    "bike ",
    "'",
    "\\",
    "%",
    "_",
    "b_",
    "zz:*",
    "'; drop table app.listing; --",
    "(((",
    "½",
  ])("suggests nothing for %j", async (text) => expect(await suggest(text)).toEqual([]));
});

describe("given the beginning of a word", () => {
  it("suggests words by how many listings say them, then skills in their own spelling, then members", async () => {
    expect(await suggest("bi")).toEqual([
      "word: bicycle",
      "word: big",
      "word: birdwatching",
      "skill: Bicycle repair",
      "skill: Big maps",
      "member: Bianca Rossi",
      "member: Omar Bixby",
    ]);
  });
  it("reads the last word alone, without its accents and capitals, and of a skill any word", async () => {
    expect(await suggest("old BÍCY")).toEqual(["word: bicycle", "skill: Bicycle repair"]);
    expect(await suggest("rep")).toEqual(["word: repair", "skill: Bicycle repair"]);
  });
  it("says a word with the accents most listings give it", async () => {
    expect(await suggest("mus")).toEqual(["word: música"]);
    expect(await suggest("CANCIÓ")).toEqual(["word: canción"]);
  });
  it("suggests nobody whom the member who types has blocked", async () => {
    await database.db.insert(memberBlock).values({ blocker: OMAR, blocked: BIANCA });
    expect(await suggest("bianca", OMAR)).toEqual([]);
    expect(await suggest("bianca")).toEqual(["member: Bianca Rossi"]);
  });
});
