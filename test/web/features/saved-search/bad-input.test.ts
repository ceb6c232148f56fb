import { count } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { HALF_CHARACTERS, HOSTILE_WORDS } from "#test/support/hostile-words.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { savedSearch } from "#web/db/schema/saved-search.ts";
import { parseFilters, writeFilters } from "#web/features/market/filters.ts";
import { searchMarket } from "#web/features/market/queries.ts";
import { suggestFor } from "#web/features/market/suggest.ts";
import { suggestionQuerySchema } from "#web/features/market/suggestion-schema.ts";
import { matchSavedSearches } from "#web/features/saved-search/match.ts";
import { saveSearch } from "#web/features/saved-search/operations.ts";
import { listSearches } from "#web/features/saved-search/queries.ts";
import { SAVED_SEARCH_LIMITS, savedSearchSchema } from "#web/features/saved-search/schema.ts";
import { AppError } from "#web/lib/errors.ts";

const WHO: Address = `0x${"11".repeat(20)}`;
const NOW = new Date("2026-11-22T12:00:00Z");
const UNSTORABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [chainMember, reputation]);
  await database.db.insert(listing).values({ ...EXAMPLE_LISTING, owner: `0x${"22".repeat(20)}`, status: "published" });
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(savedSearch));

/** Saves a search as an action does. @returns what is wrong with it, or null */
async function save(input: unknown): Promise<string | null> {
  const read = savedSearchSchema.safeParse(input);
  if (!read.success) return read.error.issues[0]?.message ?? "";
  try {
    await saveSearch(database.db, WHO, read.data, NOW);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.fields.name ?? error.code;
    throw error;
  }
}

describe("given what is meant to break a search", () => {
  it.each(HOSTILE_WORDS)("keeps the name %j as words or not at all", async (name) => {
    const problem = await save({ name, query: "q=bike" });
    const kept = await listSearches(database.db, WHO);
    if (problem) expect([problem, kept]).toEqual(["nameEmpty", []]);
    else expect(kept).toMatchObject([{ name: expect.not.stringMatching(UNSTORABLE) as string }]);
  });
  it.each(HALF_CHARACTERS)("refuses the name %j, and keeps nothing", async (name) => {
    expect([await save({ name, query: "q=bike" }), await listSearches(database.db, WHO)]).toEqual(["textBroken", []]);
  });
  it.each(HOSTILE_WORDS)("looks for %j as words, in every place where one can type", async (text) => {
    const parameters = { q: text, skill: text, near: `52.5,13.4,${text}`, category: text, sort: text, free: text };
    const filters = parseFilters(parameters);
    await expect(searchMarket(database.db, filters, { viewer: WHO, now: NOW, timeZone: "UTC" })).resolves.toMatchObject(
      {
        total: 0,
      },
    );
    await expect(suggestFor(database.db, suggestionQuerySchema.parse({ q: text }).q, WHO)).resolves.toBeInstanceOf(
      Array,
    );
    await save({ name: "Mine", query: writeFilters(filters) });
    await save({ name: "Mine, as it came", query: text });
    await expect(matchSavedSearches(database.db, NOW)).resolves.toBeGreaterThanOrEqual(0);
    const [{ listings } = { listings: 0 }] = await database.db.select({ listings: count() }).from(listing);
    expect(listings).toBe(1);
  });
  it.each([
    ["a name of nothing", { name: " \u0000\n ", query: "q=bike" }, "nameEmpty"],
    ["a name without end", { name: "x".repeat(SAVED_SEARCH_LIMITS.nameLongest + 1), query: "q=bike" }, "nameLong"],
    [
      "a search without end",
      { name: "Long", query: "q=".padEnd(SAVED_SEARCH_LIMITS.queryLongest + 1, "x") },
      "queryLong",
    ],
    ["a search for nothing", { name: "Nothing", query: "page=2&colour=blue" }, "nothingChosen"],
  ])("refuses %s with its sentence", async (_, input, sentence) => {
    expect(await save(input)).toBe(sentence);
    expect(await listSearches(database.db, WHO)).toEqual([]);
  });
  it.each([null, 7, "q=bike", { name: 7, query: "q=bike" }, { name: "Mine" }, { name: "Mine", query: ["q=bike"] }])(
    "takes %j for no search",
    async (input) => {
      expect(await save(input)).not.toBeNull();
    },
  );
});
