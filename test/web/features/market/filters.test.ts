import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { LISTING_LANGUAGES } from "#web/features/listing/schema.ts";
import { chosenOf, toggleChoice } from "#web/features/market/choices.ts";
import { COUNTED, PRICE_RANGES } from "#web/features/market/facets.ts";
import {
  chosenFacets,
  defaultSort,
  marketHref,
  type MarketFilters,
  parseFilters,
  readFilters,
  SORTS,
  withoutFacets,
  writeFilters,
} from "#web/features/market/filters.ts";

const EVERYTHING: MarketFilters = {
  q: "",
  literally: false,
  kind: null,
  category: null,
  skill: [],
  min: null,
  max: null,
  rating: null,
  reputation: null,
  language: [],
  remote: false,
  near: null,
  within: null,
  free: null,
  sort: "newest",
  page: 1,
};

const price = fc.option(fc.integer({ min: 1, max: 525_600 }));

const anyFilters: fc.Arbitrary<MarketFilters> = fc
  .record({
    q: fc.string({ maxLength: 120 }).map((text) => text.replaceAll("\0", "").trim()),
    literally: fc.boolean(),
    kind: fc.constantFrom("offer" as const, "request" as const, null),
    category: fc.constantFrom(...CATEGORY_KEYS, null),
    skill: fc.subarray(["bicycle repair", "español", "c++", "ruhe & kraft"]).map((skills) => skills.sort()),
    prices: fc.tuple(price, price),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
    reputation: fc.option(fc.integer({ min: 1, max: 100 })),
    language: fc.subarray([...LISTING_LANGUAGES], { maxLength: 6 }),
    remote: fc.boolean(),
    near: fc.constantFrom({ latitude: 52.5, longitude: 13.4, place: "Berlin, Kreuzberg" }, null),
    within: fc.option(fc.integer({ min: 1, max: 20_015 })),
    free: fc.constantFrom("today", "weekend", "2026-12-01", null),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 10_000 }),
  })
  .map(({ prices: [one, other], ...wild }) => ({
    ...wild,
    literally: wild.literally && wild.q !== "",
    min: one !== null && other !== null ? Math.min(one, other) : one,
    max: one !== null && other !== null ? Math.max(one, other) : other,
    within: wild.near && wild.within,
    sort:
      (wild.sort === "relevance" && !wild.q) || (wild.sort === "nearest" && !wild.near)
        ? defaultSort(wild.q)
        : wild.sort,
  }));

const parametersOf = (href: string) => Object.fromEntries(new URL(href, "http://here.invalid").searchParams);

describe("given a query string that makes no sense", () => {
  it.each([
    [{}],
    [{ kind: "gift" }],
    [{ category: "crypto" }],
    [{ max: "-60" }],
    [{ max: "lots" }],
    [{ max: "1e9" }],
    [{ remote: "yes" }],
    [{ min: "90", max: "30" }],
    [{ rating: "6" }],
    [{ reputation: "0" }],
    [{ language: "tlh" }],
    [{ skill: " , ,\0" }],
    [{ free: "someday" }],
    [{ free: "2026-02-30" }],
    [{ literally: "1" }],
    [{ near: "Berlin" }],
    [{ near: "91,0,Nowhere" }],
    [{ near: "52.5,181,Nowhere" }],
    [{ near: "52.5,13.4, \u202e\0" }],
    [{ within: "25" }],
    [{ sort: "nearest" }],
    [{ sort: "fame" }],
    [{ sort: "relevance" }],
    [{ page: "0" }],
    [{ page: "-1" }],
    [{ page: "1.5" }],
    [{ q: "\0 \0" }],
  ])("reads %j as not said", (parameters) => {
    expect(parseFilters(parameters)).toEqual(EVERYTHING);
  });
  it("reads the first of what is said twice", () => {
    expect(parseFilters({ q: ["bike", "tree"], kind: ["offer", "request"] })).toMatchObject({
      q: "bike",
      kind: "offer",
    });
  });
  it("cuts endless words short", () => {
    expect(parseFilters({ q: "x".repeat(10_000) }).q).toHaveLength(120);
  });
});

describe("given filters", () => {
  it("sorts by the best match where there are words, unless asked otherwise", () => {
    expect(parseFilters({ q: "bike" }).sort).toBe("relevance");
    expect(parseFilters({ q: "bike", sort: "newest" }).sort).toBe("newest");
  });
  it("has the bare address where nothing is narrowed", () => {
    expect(marketHref(EVERYTHING)).toBe("/");
    expect(chosenFacets(EVERYTHING)).toEqual([]);
  });
  it("goes back to the first page with every other change", () => {
    const deep = { ...EVERYTHING, page: 7 };
    expect(marketHref(deep, { kind: "offer" })).toBe("/?kind=offer");
    expect(marketHref(deep, { page: 8 })).toBe("/?page=8");
  });
  it("comes back from its address as it was", () => {
    fc.assert(
      fc.property(anyFilters, (wanted) => {
        expect(parseFilters(parametersOf(marketHref(wanted, { page: wanted.page })))).toEqual(wanted);
        expect(readFilters(writeFilters(wanted))).toEqual(wanted);
      }),
    );
  });
  it("is as before once a choice is taken and given back, and bare once all are", () => {
    const choices: Record<(typeof COUNTED)[number], readonly string[]> = {
      kind: ["offer", "request"],
      category: CATEGORY_KEYS,
      skill: ["knitting", "repair"],
      price: PRICE_RANGES.map(({ key }) => key),
      rating: ["3", "5"],
      reputation: ["50", "85"],
      language: ["en", "es"],
      remote: ["1"],
      distance: ["5", "100"],
      free: ["today", "2026-12-01"],
    };
    const anyChoice = fc
      .constantFrom(...COUNTED)
      .chain((facet) => fc.tuple(fc.constant(facet), fc.constantFrom(...choices[facet])));
    fc.assert(
      fc.property(fc.array(anyChoice, { maxLength: 8 }), anyChoice, (taken, [facet, choice]) => {
        const filters = taken.reduce(
          (before, [of, one]) => ({ ...before, ...toggleChoice(before, of, one) }),
          EVERYTHING,
        );
        const there = { ...filters, ...toggleChoice(filters, facet, choice) };
        expect(chosenOf(there, facet).includes(choice)).toBe(!chosenOf(filters, facet).includes(choice));
        expect(withoutFacets(there)).toEqual(EVERYTHING);
      }),
    );
  });
});
