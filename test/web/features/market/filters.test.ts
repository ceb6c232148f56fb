import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import {
  defaultSort,
  isNarrowed,
  marketHref,
  type MarketFilters,
  parseFilters,
  SORTS,
} from "#web/features/market/filters.ts";

const EVERYTHING: MarketFilters = {
  q: "",
  kind: null,
  category: null,
  max: null,
  remote: false,
  sort: "newest",
  page: 1,
};

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
    expect(isNarrowed(EVERYTHING)).toBe(false);
  });
  it("goes back to the first page with every other change", () => {
    const deep = { ...EVERYTHING, page: 7 };
    expect(marketHref(deep, { kind: "offer" })).toBe("/?kind=offer");
    expect(marketHref(deep, { page: 8 })).toBe("/?page=8");
  });
  it("comes back from its address as it was", () => {
    const filters = fc
      .record({
        q: fc.string({ maxLength: 120 }).map((text) => text.replaceAll("\0", "").trim()),
        kind: fc.constantFrom("offer", "request", null),
        category: fc.constantFrom(...CATEGORY_KEYS, null),
        max: fc.option(fc.integer({ min: 1, max: 525_600 })),
        remote: fc.boolean(),
        sort: fc.constantFrom(...SORTS),
        page: fc.integer({ min: 1, max: 10_000 }),
      })
      .map((wild) => ({ ...wild, sort: wild.sort === "relevance" && !wild.q ? defaultSort(wild.q) : wild.sort }));
    fc.assert(
      fc.property(filters, (wanted) => {
        expect(parseFilters(parametersOf(marketHref(wanted, { page: wanted.page })))).toEqual(wanted);
      }),
    );
  });
});
