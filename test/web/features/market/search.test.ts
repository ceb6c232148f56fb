import { eq, like } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { parseFilters } from "#web/features/market/filters.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { listPublished, PAGE_SIZE, searchMarket } from "#web/features/market/queries.ts";

const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const OMAR: Address = `0x${"33".repeat(20)}`;

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

const LISTINGS = [
  { title: "Fix your bike", skills: ["bicycle repair"], owner: MAREK, priceMinutes: 90, createdAt: at(1) },
  {
    title: "Conversación en español",
    category: "languages.conversation",
    owner: INES,
    remote: true,
    priceMinutes: 60,
    createdAt: at(2),
  },
  {
    title: "Two apple trees to prune",
    kind: "request",
    category: "garden.trees",
    owner: INES,
    priceMinutes: 180,
    createdAt: at(3),
  },
  { title: "A draft about bikes", status: "draft", owner: MAREK, createdAt: at(4) },
  { title: "A paused bike course", status: "paused", owner: MAREK, createdAt: at(5) },
  { title: "Tax return, explained", category: "advice", owner: OMAR, priceMinutes: 45, createdAt: at(6) },
] as const;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [chainMember, reputation]);
  await database.db.insert(reputation).values([
    { address: INES, score: 87, asOf: 20_000, version: 1 },
    { address: OMAR, score: 31, asOf: 20_000, version: 1 },
  ]);
  await database.db.insert(listing).values(
    LISTINGS.map((row) => ({
      ...EXAMPLE_LISTING,
      description: "Come as you are.",
      status: "published" as const,
      ...row,
      skills: "skills" in row ? [...row.skills] : [],
    })),
  );
  await countWords(database.db);
});
afterAll(() => database.close());

async function find(parameters: Record<string, string>) {
  const page = await searchMarket(database.db, parseFilters(parameters), { viewer: null, now: at(7), timeZone: "UTC" });
  return { ...page, titles: page.cards.map(({ title }) => title) };
}

describe("given words that nothing says", () => {
  it("finds nothing, and counts nothing", async () => {
    const page = await find({ q: "submarine" });
    expect(page).toMatchObject({ titles: [], total: 0, counts: { kind: {}, category: {} } });
  });
  it.each(["'", "\\", "q & | ! zz", ":*", "((", "%", "½ № ’", "'; drop table app.listing; --", "<script>"])(
    "takes %j as words, never as a query",
    async (q) => {
      await expect(find({ q })).resolves.toMatchObject({ total: 0 });
    },
  );
});

describe("given a member", () => {
  it("lists what they published, the newest first, and nothing of theirs that is not on the market", async () => {
    expect((await listPublished(database.db, INES)).map(({ title }) => title)).toEqual([
      "Two apple trees to prune",
      "Conversación en español",
    ]);
    expect((await listPublished(database.db, MAREK)).map(({ title }) => title)).toEqual(["Fix your bike"]);
  });
});

describe("given words that are said", () => {
  it.each([
    ["a beginning", "bik", "Fix your bike"],
    ["a skill", "bicycle", "Fix your bike"],
    ["several words in any order", "prune apple", "Two apple trees to prune"],
    ["words without their accents", "conversacion espanol", "Conversación en español"],
    ["words with accents of their own", "ápple", "Two apple trees to prune"],
    ["capitals", "TAX", "Tax return, explained"],
  ])("finds %s", async (_, q, title) => {
    expect(await find({ q })).toMatchObject({ titles: [title], words: { mistyped: null } });
  });
  it("finds what was meant where nothing says it as typed, and says both", async () => {
    expect(await find({ q: "aple, treess!" })).toMatchObject({
      titles: ["Two apple trees to prune"],
      words: { text: "apple, trees!", mistyped: "aple, treess!" },
    });
  });
  it("reads a word otherwise, too, where nothing says it together with the others", async () => {
    await database.db
      .insert(listing)
      .values({ ...EXAMPLE_LISTING, title: "Dos o tres horas", owner: OMAR, status: "published" });
    await countWords(database.db);
    const page = await find({ q: "aple tres" });
    await database.db.delete(listing).where(eq(listing.title, "Dos o tres horas"));
    expect(page).toMatchObject({
      titles: ["Two apple trees to prune"],
      words: { text: "apple trees", mistyped: "aple tres" },
    });
  });
  it("looks for what was typed where that is asked for", async () => {
    expect(await find({ q: "aple", literally: "1" })).toMatchObject({ titles: [], words: { mistyped: null } });
  });
  it("never finds what is not published", async () => {
    expect((await find({ q: "bike" })).titles).toEqual(["Fix your bike"]);
  });
});

describe("given filters", () => {
  it("finds the newest first where nothing is asked", async () => {
    const page = await find({});
    expect(page.titles).toEqual([
      "Tax return, explained",
      "Two apple trees to prune",
      "Conversación en español",
      "Fix your bike",
    ]);
    expect(page).toMatchObject({ total: 4, pages: 1, capped: false, counts: { kind: { offer: 3, request: 1 } } });
  });
  it("keeps the other filters in each count", async () => {
    const page = await find({ kind: "offer", max: "60" });
    expect(page.titles).toEqual(["Tax return, explained", "Conversación en español"]);
    expect(page.counts.kind).toEqual({ offer: 2 });
    expect(page.counts.category).toEqual({ languages: 1, "languages.conversation": 1, advice: 1 });
  });
  it("finds the parts of a category with it, and counts its siblings", async () => {
    const [top, part] = [await find({ category: "languages" }), await find({ category: "languages.conversation" })];
    expect([top.titles, part.titles]).toEqual([["Conversación en español"], ["Conversación en español"]]);
    expect(await find({ category: "languages.lessons" })).toMatchObject({
      titles: [],
      counts: { category: { languages: 1, "languages.conversation": 1, garden: 1, home: 1 } },
    });
  });
  it("finds what is done remotely", async () => {
    expect((await find({ remote: "1" })).titles).toEqual(["Conversación en español"]);
  });
  it.each([
    ["cheapest", ["Tax return, explained", "Conversación en español", "Fix your bike", "Two apple trees to prune"]],
    ["dearest", ["Two apple trees to prune", "Fix your bike", "Conversación en español", "Tax return, explained"]],
    ["reputation", ["Two apple trees to prune", "Conversación en español", "Fix your bike", "Tax return, explained"]],
  ])("sorts by %s; a member without deals stands in the middle", async (sort, titles) => {
    expect((await find({ sort })).titles).toEqual(titles);
  });
});

describe("given a place to look from", () => {
  const near = "52.5,13.4,Berlin, Kreuzberg";
  beforeAll(async () => {
    const places = [
      { title: "Chess in Potsdam", place: "Potsdam", latitude: 52.4, longitude: 13.06 },
      { title: "Chess in Berlin", place: "Berlin", latitude: 52.52, longitude: 13.42 },
      { title: "Chess in Leipzig", place: "Leipzig", latitude: 51.34, longitude: 12.38 },
      { title: "Chess in a place nobody knows", place: "Utopia", latitude: null, longitude: null },
    ];
    const rows = places.map((one, index) => ({
      ...EXAMPLE_LISTING,
      ...one,
      owner: OMAR,
      category: "sport" as const,
      status: "published" as const,
      createdAt: at(6 - index),
    }));
    await database.db.insert(listing).values(rows);
  });
  afterAll(() => database.db.delete(listing).where(like(listing.title, "Chess in%")));

  it("puts the nearest first, and what has no place last", async () => {
    const page = await find({ q: "chess", near, sort: "nearest" });
    expect(page.titles).toEqual([
      "Chess in Berlin",
      "Chess in Potsdam",
      "Chess in Leipzig",
      "Chess in a place nobody knows",
    ]);
    expect(page.cards.map(({ km }) => km && Math.round(km))).toEqual([3, 26, 147, null]);
    expect(page.counts.distance).toEqual({ 5: 1, 10: 1, 25: 1, 50: 2, 100: 2 });
    // Everything else here is in Neukölln.
    expect((await find({ near, sort: "nearest" })).titles.slice(-3)).toEqual(page.titles.slice(-3));
  });
  it("finds no further than was asked, and goes on counting how much further would find more", async () => {
    const page = await find({ q: "chess", near, within: "25" });
    expect(page.titles).toEqual(["Chess in Berlin"]);
    expect(page.counts.distance).toMatchObject({ 5: 1, 50: 2, 100: 2 });
  });
  it("takes the nearest, not the newest, where more fit than are looked at", async () => {
    const filters = parseFilters({ q: "chess", near, sort: "nearest" });
    const page = await searchMarket(database.db, filters, { viewer: null, now: at(7), timeZone: "UTC" }, 1);
    expect(page).toMatchObject({ total: 1, capped: true });
    expect(page.cards[0]?.title).toBe("Chess in Berlin");
  });
});

describe("given more than a page", () => {
  it("shows every listing once, and nothing beyond the last page", async () => {
    const many = Array.from({ length: PAGE_SIZE + 3 }, (_, index) => ({
      ...EXAMPLE_LISTING,
      title: `Chess, evening ${index}`,
      owner: OMAR,
      status: "published" as const,
      createdAt: at(7),
    }));
    await database.db.insert(listing).values(many);
    const [first, second, third] = await Promise.all(["1", "2", "3"].map((page) => find({ q: "chess", page })));
    expect(first).toMatchObject({ total: PAGE_SIZE + 3, pages: 2 });
    expect(new Set([...(first?.titles ?? []), ...(second?.titles ?? [])]).size).toBe(PAGE_SIZE + 3);
    expect(third?.titles).toEqual([]);
  });
});
