import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { rowsOf, stepsOf } from "#test/support/plan.ts";
import { readQuery } from "#web/features/lexicon/read-query.ts";
import { candidatesOf } from "#web/features/market/candidates.ts";
import type { CountedFacet } from "#web/features/market/facets.ts";
import { parseFilters } from "#web/features/market/filters.ts";

const MANY = 20_000;
const CAP = 1_000;
const NOW = new Date("2026-11-23T09:00:00Z");

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  const { db } = database;
  await createChainTables(db);
  // A fifth lies around Berlin, the rest around four other towns.
  await db.execute(sql`
    insert into app.listing (owner, kind, title, category, price_minutes, language, status, created_at, place, latitude, longitude)
    select '0x' || lpad(to_hex(n % 500), 40, '0'), 'offer', 'Offer ' || n, 'learning', 60, 'en', 'published',
      ${NOW.toISOString()}::timestamptz - n * interval '1 minute', 'somewhere',
      52.5 - n % 5 * 4 + (n / 5) % 15 / 50.0, 13.4 - n % 5 * 4 + (n / 75) % 15 / 50.0
    from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`vacuum analyze app.listing`);
});
afterAll(() => database.close());

/** What was read of the listings for a page and the counts of what is narrowed: by which index, and how many. */
async function readOf(asked: Record<string, string>, narrowed: CountedFacet[] = []): Promise<string[]> {
  const filters = parseFilters(asked);
  const words = await readQuery(database.db, filters.q, false);
  const question = { filters, words, viewer: null, now: NOW, timeZone: "UTC" };
  const views = [{ without: null, counts: [] }, ...narrowed.map((facet) => ({ without: facet, counts: [facet] }))];
  const steps = await stepsOf(database.db, candidatesOf(question, views, { cap: CAP, page: { size: 24, offset: 0 } }));
  return steps
    .filter((step) => step["Relation Name"] === "listing" || step["Index Name"]?.startsWith("listing_"))
    .map((step) => [step["Node Type"], step["Index Name"], rowsOf(step)].filter((one) => one !== undefined).join(" "));
}

describe("given a market of many listings", () => {
  it.each([
    ["newest", "listing_newest"],
    ["cheapest", "listing_price"],
  ])("takes what lies near from the index that has the order, %s, and no more than it orders", async (sort, index) => {
    const read = await readOf({ near: "52.52,13.42,Berlin", within: "50", sort });
    expect(read).toEqual([`Index Only Scan ${index} ${CAP + 1}`]);
  });
  it("takes the nearest from the index of points", async () => {
    const [read, ...others] = await readOf({ near: "52.52,13.42,Berlin", sort: "nearest" });
    expect(others).toEqual([]);
    // Of those as near as the last, a few more than are taken.
    expect(read).toMatch(/^Index Scan listing_near 10\d\d$/u);
  });
  it("reads what says a common beginning once for all counts, and by the index of words", async () => {
    const read = await readOf({ q: "off", kind: "offer", max: "60", sort: "newest" }, ["kind", "price"]);
    expect(read).toEqual([`Bitmap Heap Scan ${MANY}`, `Bitmap Index Scan listing_search ${MANY}`]);
  });
});
