import { eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { listingNews, savedSearch } from "#web/db/schema/saved-search.ts";
import { markAllRead, markRead } from "#web/features/inbox/operations.ts";
import { countUnread } from "#web/features/inbox/queries.ts";
import { readInbox } from "#web/features/inbox/read-inbox.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { matchSavedSearches } from "#web/features/saved-search/match.ts";
import { deleteSearch, markSeen, renameSearch, saveSearch } from "#web/features/saved-search/operations.ts";
import { listNews, listSearches } from "#web/features/saved-search/queries.ts";
import { SAVED_SEARCH_LIMITS } from "#web/features/saved-search/schema.ts";
import { addSeconds } from "#web/lib/clock.ts";

const SEEKER: Address = `0x${"11".repeat(20)}`;
const OWNER: Address = `0x${"22".repeat(20)}`;
const OTHER: Address = `0x${"33".repeat(20)}`;
const NOW = new Date("2026-11-22T12:00:00Z");

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [chainMember, reputation]);
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of [outbox, savedSearch, listing, memberBlock]) await database.db.delete(table);
});

const save = (query: string, name = query, who = SEEKER) => saveSearch(database.db, who, { name, query }, NOW);

async function publish(title: string, wish: Partial<typeof listing.$inferInsert> = {}) {
  const [made] = await database.db
    .insert(listing)
    .values({ ...EXAMPLE_LISTING, description: "", skills: [], owner: OWNER, title, status: "published", ...wish })
    .returning({ id: listing.id });
  return made?.id ?? "";
}

async function told(who = SEEKER): Promise<string[]> {
  const { entries } = await readInbox(database.db, who, null);
  return entries.map(({ values }) => `${values.search as string}: ${values.title as string}`).sort();
}

describe("given a search that cannot be kept", () => {
  it("is refused where nothing is searched for", async () => {
    await expect(save("near=52.5%2C13.4%2CBerlin")).rejects.toMatchObject({ fields: { name: "nothingChosen" } });
    await expect(save("sort=newest")).rejects.toMatchObject({ fields: { name: "nothingChosen" } });
  });
  it("is refused where the name is taken, in whatever case", async () => {
    await save("q=bike", "Bikes");
    await expect(save("q=tree", "BIKES")).rejects.toMatchObject({ fields: { name: "nameTaken" } });
    const { id } = await save("q=tree", "Trees");
    await expect(renameSearch(database.db, SEEKER, id, "bikes")).rejects.toMatchObject({
      fields: { name: "nameTaken" },
    });
    await save("q=bike", "Bikes", OTHER);
  });
  it("is refused where there are as many as one may keep", async () => {
    const many = Array.from({ length: SAVED_SEARCH_LIMITS.searches }, (_, index) => ({
      owner: SEEKER,
      name: `Search ${index}`,
      query: "kind=offer",
    }));
    await database.db.insert(savedSearch).values(many);
    await expect(save("q=bike")).rejects.toMatchObject({ fields: { name: "tooMany" } });
  });
  it("is nobody else's to change", async () => {
    const { id } = await save("q=bike");
    await expect(renameSearch(database.db, OTHER, id, "Mine")).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteSearch(database.db, OTHER, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("given saved searches", () => {
  it("tells each owner what fits, and nothing else", async () => {
    await save("q=bikes&kind=offer", "bikes");
    await save("category=garden&max=90", "garden");
    await save("category=garden.trees&max=90", "trees");
    await save("q=修理", "characters");
    await save("q=bikes&remote=1", "remote");
    await publish("Bike repair");
    await publish("A bike for my daughter", { kind: "request" });
    await publish("Apple trees", { category: "garden.trees", priceMinutes: 60 });
    await publish("Apple cake", { category: "garden.baking", priceMinutes: 60 });
    await publish("Apple trees, all of them", { category: "garden", priceMinutes: 600 });
    await publish("自行车修理", { language: "zh" });
    await publish("A bike, not yet", { status: "draft" });
    await matchSavedSearches(database.db, NOW);
    expect(await told()).toEqual([
      "bikes: Bike repair",
      "characters: 自行车修理",
      "garden: Apple cake",
      "garden: Apple trees",
      "trees: Apple trees",
    ]);
    expect(await told(OTHER)).toEqual([]);
    expect(await database.db.select().from(listingNews)).toEqual([]);
  });
  it("tells of nothing further away than was asked, nor of what has no place", async () => {
    await save("near=52.5%2C13.4%2CBerlin&within=25", "around");
    await publish("Chess in Berlin", { place: "Berlin", latitude: 52.52, longitude: 13.42 });
    await publish("Chess in Potsdam", { place: "Potsdam", latitude: 52.4, longitude: 13.02 });
    await publish("Chess anywhere", { remote: true, place: "", latitude: null, longitude: null });
    await matchSavedSearches(database.db, NOW);
    expect(await told()).toEqual(["around: Chess in Berlin"]);
  });
  it("keeps what a misspelt word meant", async () => {
    await publish("Bicycle tours", { owner: OTHER });
    await countWords(database.db);
    await matchSavedSearches(database.db, NOW);
    await save("q=bycicle", "bikes");
    expect(await listSearches(database.db, SEEKER)).toMatchObject([{ query: "q=bicycle&literally=1" }]);
    await publish("Bicycles for two");
    await matchSavedSearches(database.db, NOW);
    expect(await told()).toEqual(["bikes: Bicycles for two"]);
  });
  it("tells a draft once it is published, and never again, whatever becomes of it", async () => {
    await save("q=bike", "bikes");
    const id = await publish("Bike repair", { status: "draft" });
    await matchSavedSearches(database.db, NOW);
    expect(await told()).toEqual([]);
    for (const status of ["published", "paused", "published"] as const) {
      await database.db.update(listing).set({ status }).where(eq(listing.id, id));
      await matchSavedSearches(database.db, NOW);
      expect(await told()).toEqual(["bikes: Bike repair"]);
    }
  });
  it("finds nothing of the owner's own, and nothing of those between whom and them there is a block", async () => {
    await save("q=bike", "bikes");
    await database.db.insert(memberBlock).values([
      { blocker: SEEKER, blocked: OWNER },
      { blocker: OTHER, blocked: SEEKER },
    ]);
    for (const owner of [SEEKER, OWNER, OTHER]) await publish("Bike repair", { owner });
    await matchSavedSearches(database.db, NOW);
    expect(await told()).toEqual([]);
  });
  it("counts as new what came since its owner last looked", async () => {
    const { id } = await save("q=bike", "bikes");
    const found = await publish("Bike repair");
    await matchSavedSearches(database.db, addSeconds(NOW, 10));
    expect(await listSearches(database.db, SEEKER)).toMatchObject([{ news: 1 }]);
    expect(await listNews(database.db, SEEKER, id)).toEqual({ listings: [found], until: addSeconds(NOW, 10) });
    expect(await listNews(database.db, OTHER, id)).toEqual({ listings: [], until: null });
    await markSeen(database.db, OTHER, id, addSeconds(NOW, 20));
    expect(await listSearches(database.db, SEEKER)).toMatchObject([{ news: 1 }]);
    await markSeen(database.db, SEEKER, id, addSeconds(NOW, 20));
    expect(await listSearches(database.db, SEEKER)).toMatchObject([{ news: 0 }]);
    expect(await listNews(database.db, SEEKER, id)).toEqual({ listings: [], until: null });
  });
  it("keeps as new what was found while its owner looked at what was found before", async () => {
    const { id } = await save("q=bike", "bikes");
    await publish("Bike repair");
    await matchSavedSearches(database.db, addSeconds(NOW, 10));
    const { until } = await listNews(database.db, SEEKER, id);
    const second = await publish("Bikes for two");
    await matchSavedSearches(database.db, addSeconds(NOW, 20));
    await markSeen(database.db, SEEKER, id, until ?? NOW);
    expect(await listNews(database.db, SEEKER, id)).toMatchObject({ listings: [second] });
    await markSeen(database.db, SEEKER, id, addSeconds(NOW, 20));
    await markSeen(database.db, SEEKER, id, addSeconds(NOW, 10));
    expect(await listNews(database.db, SEEKER, id)).toMatchObject({ listings: [] });
  });
});

describe("given twenty workers at once, some of which die half way", () => {
  it("tells everything once", async () => {
    await save("q=bike", "bikes");
    await save("kind=offer", "offers");
    const titles = Array.from({ length: 150 }, (_, index) => `Bike ${String(index).padStart(3, "0")}`);
    await database.db
      .insert(listing)
      .values(titles.map((title) => ({ ...EXAMPLE_LISTING, owner: OWNER, title, status: "published" as const })));
    const dying = database.db.transaction(async (tx) => {
      await matchSavedSearches(tx, NOW);
      throw new Error("killed");
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await database.db.select().from(outbox)).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => matchSavedSearches(database.db, NOW)));
    // A restart that finds the same news again tells nothing twice.
    await database.db.execute(sql`insert into app.listing_news (listing_id) select id from app.listing`);
    await Promise.all(Array.from({ length: 20 }, () => matchSavedSearches(database.db, NOW)));
    const rows = await database.db.select().from(outbox);
    expect(rows).toHaveLength(2 * titles.length);
    expect(new Set(rows.map(({ eventKey }) => eventKey)).size).toBe(rows.length);
  });
});

describe("given an inbox", () => {
  it("is read by its owner alone, row by row or as far as they were shown", async () => {
    await save("q=bike", "bikes");
    for (const title of ["Bike one", "Bike two", "Bike three"]) await publish(title);
    await matchSavedSearches(database.db, NOW);
    const { entries } = await readInbox(database.db, SEEKER, null);
    const [newest, , oldest] = entries.map(({ id }) => id);
    await markRead(database.db, OTHER, newest ?? 0, NOW);
    expect(await countUnread(database.db, SEEKER)).toBe(3);
    await markRead(database.db, SEEKER, newest ?? 0, NOW);
    expect(await countUnread(database.db, SEEKER)).toBe(2);
    await markAllRead(database.db, SEEKER, oldest ?? 0, NOW);
    expect(await countUnread(database.db, SEEKER)).toBe(1);
  });
});
