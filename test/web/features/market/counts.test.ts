import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distanceKm } from "#domain/place.ts";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { availability } from "#web/db/schema/availability.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { toggleChoice } from "#web/features/market/choices.ts";
import { COUNTED, type CountedFacet, PRICE_RANGES, SCORES, STARS, WITHIN } from "#web/features/market/facets.ts";
import { chosenFacets, type MarketFilters, parseFilters, withoutFacet } from "#web/features/market/filters.ts";
import { freeWindow } from "#web/features/market/free-window.ts";
import { searchMarket } from "#web/features/market/queries.ts";
import { createSeeded } from "#scripts/trial/seeded.ts";

const ONLOOKER = { viewer: null, now: new Date("2026-11-23T09:00:00Z"), timeZone: "Europe/Berlin" };
const HOUR_MS = 3_600_000;
const { between, pick } = createSeeded(19);

const OWNERS = Array.from({ length: 6 }, (_, index) => ({
  address: `0x${`${index + 1}`.repeat(40)}` as const,
  score: index % 3 === 0 ? null : 40 + index * 10,
  ratings: index % 2 === 0 ? { count: 3, sum: 6 + index * 2 } : null,
  free: Array.from({ length: index % 3 }, (_, one) => {
    const starts = ONLOOKER.now.getTime() + (one * 60 + index * 20) * HOUR_MS;
    return { startsAt: new Date(starts), endsAt: new Date(starts + 2 * HOUR_MS) };
  }),
}));
type Owner = (typeof OWNERS)[number];

const LISTINGS = Array.from({ length: 60 }, () => ({
  ...EXAMPLE_LISTING,
  description: "",
  title: pick(["Bike repair", "Bikes for two", "Apple trees"]),
  kind: pick(["offer", "request"] as const),
  category: pick(["home", "home.bicycles", "garden.beds", "care.children"] as const),
  skills: pick([[], ["Bicycle repair"], ["bicycle repair", "patience"]]),
  priceMinutes: pick([15, 30, 31, 60, 120, 240, 241, 600]),
  language: pick(["en", "es"] as const),
  remote: between(0, 1) === 1,
  owner: pick(OWNERS).address,
  ...pick([
    { place: "", latitude: null, longitude: null },
    { place: "Berlin", latitude: 52.5, longitude: 13.4 },
    { place: "Potsdam", latitude: 52.4, longitude: 13.06 },
    { place: "Leipzig", latitude: 51.34, longitude: 12.38 },
  ]),
  status: pick(["published", "published", "published", "paused"] as const),
}));
type Row = (typeof LISTINGS)[number];

const NEAR = { latitude: 52.52, longitude: 13.42, place: "Berlin, Mitte" };

const ownerOf = (row: Row): Owner => OWNERS.find(({ address }) => address === row.owner) as Owner;

const kmTo = ({ latitude, longitude }: Row): number =>
  latitude === null || longitude === null ? Infinity : distanceKm(NEAR, { latitude, longitude });

/** What each filter means, told once more and in the plainest way. */
function isFound(row: Row, filters: MarketFilters): boolean {
  const owner = ownerOf(row);
  const lowered = row.skills.map((skill) => skill.toLowerCase());
  const stars = owner.ratings && owner.ratings.sum / owner.ratings.count;
  const window = filters.free ? freeWindow(filters.free, ONLOOKER) : null;
  return [
    row.status === "published",
    !filters.q || row.title.toLowerCase().includes(filters.q),
    !filters.kind || row.kind === filters.kind,
    !filters.category || row.category === filters.category || row.category.startsWith(`${filters.category}.`),
    filters.skill.length === 0 || filters.skill.some((skill) => lowered.includes(skill)),
    row.priceMinutes >= (filters.min ?? 0) && row.priceMinutes <= (filters.max ?? Infinity),
    !filters.rating || (stars ?? 0) >= filters.rating,
    !filters.reputation || (owner.score ?? 0) >= filters.reputation,
    filters.language.length === 0 || filters.language.includes(row.language),
    !filters.remote || row.remote,
    !filters.within || kmTo(row) <= filters.within,
    !window || owner.free.some(({ startsAt, endsAt }) => startsAt < window.to && endsAt > window.from),
  ].every(Boolean);
}

/** How many are found when the best of several facets is given back. */
function mostWithoutOne(filters: MarketFilters): number {
  const chosen = chosenFacets(filters);
  const finds = chosen.map((facet) => LISTINGS.filter((row) => isFound(row, withoutFacet(filters, facet))).length);
  return chosen.length > 1 ? Math.max(...finds) : 0;
}

const CHOICES: Record<CountedFacet, readonly string[]> = {
  kind: ["offer", "request"],
  category: ["home", "home.bicycles", "home.plumbing", "garden", "garden.beds", "care"],
  skill: ["bicycle repair", "patience"],
  price: PRICE_RANGES.map(({ key }) => key),
  rating: STARS.map(String),
  reputation: SCORES.map(String),
  language: ["en", "es"],
  remote: ["1"],
  distance: WITHIN.map(String),
  free: ["today", "tomorrow", "weekend", "week"],
};

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  const { db } = database;
  await createChainTables(db);
  await db.insert(listing).values(LISTINGS);
  for (const { address, score, ratings, free } of OWNERS) {
    if (score !== null) await db.insert(reputation).values({ address, score, asOf: 0, version: 1 });
    if (ratings)
      await db.insert(chainMember).values({
        address,
        firstSeenAt: 0,
        dealsAsBuyer: 0,
        dealsAsSeller: 0,
        completedDeals: 3,
        disputedDeals: 0,
        defaultedDeals: 0,
        minutesGiven: 0,
        minutesGot: 0,
        ratingCount: ratings.count,
        starSum: ratings.sum,
      });
    await db
      .insert(availability)
      .values({ member: address, timeZone: "UTC", slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0 });
    if (free.length > 0) await db.insert(freeTime).values(free.map((one) => ({ member: address, ...one })));
  }
});
afterAll(() => database.close());

describe("given any filters", () => {
  it("counts each choice with all other facets kept, as one finds by counting", async () => {
    const anyChoice = fc
      .constantFrom(...COUNTED)
      .chain((facet) => fc.tuple(fc.constant(facet), fc.constantFrom(...CHOICES[facet])));
    const anyFilters = fc
      .tuple(fc.constantFrom("", "bike", "tree"), fc.array(anyChoice, { maxLength: 3 }))
      .map(([q, taken]) =>
        taken.reduce<MarketFilters>((before, [facet, one]) => ({ ...before, ...toggleChoice(before, facet, one) }), {
          ...parseFilters({ q }),
          near: NEAR,
        }),
      );
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const page = await searchMarket(database.db, filters, ONLOOKER);
        expect(page.total).toBe(LISTINGS.filter((row) => isFound(row, filters)).length);
        for (const facet of COUNTED) {
          for (const choice of CHOICES[facet]) {
            const alone = withoutFacet(filters, facet);
            const wanted = { ...alone, ...toggleChoice(alone, facet, choice) };
            const found = LISTINGS.filter((row) => isFound(row, wanted)).length;
            expect([facet, choice, page.counts[facet][choice] ?? 0]).toEqual([facet, choice, found]);
          }
        }
        expect(page.loosen?.finds ?? 0).toBe(page.total > 0 ? 0 : mostWithoutOne(filters));
      }),
      { numRuns: 60 },
    );
  });
  it("counts what is chosen, be it a day without a name or a skill that few have", async () => {
    const common = ["accordion", "bass", "cello", "drums", "flute", "guitar", "horn", "kazoo", "lute", "oboe", "piano"];
    const rows = [["zither"], ["viola", ...common], ["viola", ...common]].map((skills) => ({
      ...EXAMPLE_LISTING,
      owner: `0x${"2".repeat(40)}` as const,
      title: "In the band",
      skills,
      status: "published" as const,
    }));
    await database.db.insert(listing).values(rows);
    const day = await searchMarket(database.db, parseFilters({ q: "band", free: "2026-11-24" }), ONLOOKER);
    const skill = await searchMarket(database.db, parseFilters({ q: "band", skill: "zither" }), ONLOOKER);
    await database.db.delete(listing).where(eq(listing.title, "In the band"));
    expect(day).toMatchObject({ total: 3, counts: { free: { "2026-11-24": 3 } } });
    expect(skill).toMatchObject({ total: 1, counts: { skill: { zither: 1, oboe: 2 } } });
  });
  it("says so where more fit than are looked at, and counts no further", async () => {
    const page = await searchMarket(database.db, parseFilters({}), ONLOOKER, 10);
    expect(page).toMatchObject({ total: 10, capped: true });
    expect((await searchMarket(database.db, parseFilters({}), ONLOOKER, 60)).capped).toBe(false);
  });
  it("names what stands in the way the most where nothing fits", async () => {
    const page = await searchMarket(database.db, parseFilters({ q: "bike", min: "601", max: "700" }), ONLOOKER);
    const bikes = LISTINGS.filter((row) => isFound(row, parseFilters({ q: "bike" }))).length;
    expect(page).toMatchObject({ total: 0, loosen: { facet: "price", finds: bikes } });
  });
});
