import { z } from "zod";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { LISTING_LANGUAGES } from "#web/features/listing/schema.ts";
import { type Origin, readOrigin, writeOrigin } from "#web/features/market/origin.ts";
import { QUERY_LONGEST } from "#web/features/market/suggestion-schema.ts";
import { paths } from "#web/lib/paths.ts";

/** Orders of the market; `relevance` means something only beside words to search for, `nearest` beside a place. */
export const SORTS = ["relevance", "newest", "nearest", "cheapest", "dearest", "reputation", "rating"] as const;
export type Sort = (typeof SORTS)[number];

/** Days by a name; any other day is said by its date. */
export const NAMED_DAYS = ["today", "tomorrow", "weekend", "week"] as const;
export type NamedDays = (typeof NAMED_DAYS)[number];

/** A year, in minutes: no price is higher. */
const DEAREST = 525_600;

/** No two places are further apart, in kilometres. */
const FURTHEST = 20_015;

/** Of a list in the address no more than this is read. */
const MOST_OF_A_LIST = 6;

const first = z.unknown().transform((value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value));

/** What is said several times, or once with commas between. */
const list = z.unknown().transform((value: unknown) => {
  const said = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
  const parts = said.flatMap((text) => text.replaceAll("\0", "").split(",")).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))].slice(0, MOST_OF_A_LIST);
});

const flag = first.pipe(z.literal("1").transform(() => true)).catch(false);
const number = (lowest: number, highest: number) =>
  first.pipe(z.coerce.number().int().min(lowest).max(highest).nullable()).catch(null);

const schema = z.object({
  // Postgres has no text with a NUL in it.
  q: first
    .pipe(z.string().transform((text) => text.replaceAll("\0", "").trim().slice(0, QUERY_LONGEST).trim()))
    .catch(""),
  literally: flag,
  kind: first.pipe(z.enum(["offer", "request"]).nullable()).catch(null),
  category: first.pipe(z.enum(CATEGORY_KEYS).nullable()).catch(null),
  skill: list.transform((skills) => skills.map((skill) => skill.toLowerCase().slice(0, 40)).sort()).catch([]),
  min: number(1, DEAREST),
  max: number(1, DEAREST),
  rating: number(1, 5),
  reputation: number(1, 100),
  language: list.transform((tags) => LISTING_LANGUAGES.filter((tag) => tags.includes(tag))).catch([]),
  remote: flag,
  near: first.pipe(z.string().transform(readOrigin)).catch(null),
  within: number(1, FURTHEST),
  free: first.pipe(z.union([z.enum(NAMED_DAYS), z.iso.date()]).nullable()).catch(null),
  sort: first.pipe(z.enum(SORTS).nullable()).catch(null),
  page: first.pipe(z.coerce.number().int().positive().max(10_000)).catch(1),
});

/** What somebody looks for. All of it lives in the URL. */
export type MarketFilters = {
  /** Words; empty for none. */
  q: string;
  /** The words are meant as typed, typos and all. */
  literally: boolean;
  kind: "offer" | "request" | null;
  category: (typeof CATEGORY_KEYS)[number] | null;
  /** Any of these; lower case, in order. */
  skill: string[];
  /** The lowest and the highest price, in minutes. */
  min: number | null;
  max: number | null;
  /** The owner's stars on average, at least. */
  rating: number | null;
  /** The owner's score, at least. */
  reputation: number | null;
  /** Written in any of these. */
  language: (typeof LISTING_LANGUAGES)[number][];
  remote: boolean;
  /** Where distances are counted from. */
  near: Origin | null;
  /** No further from there than so many kilometres. */
  within: number | null;
  /** The owner has free time then: days by their name, or one by its date. */
  free: string | null;
  sort: Sort;
  /** From 1. */
  page: number;
};

/** One thing a listing can be chosen by. */
export type Facet =
  "q" | "kind" | "category" | "skill" | "price" | "rating" | "reputation" | "language" | "remote" | "distance" | "free";

/** What takes each facet back. */
const WITHOUT: Record<Facet, Partial<MarketFilters>> = {
  q: { q: "", literally: false },
  kind: { kind: null },
  category: { category: null },
  skill: { skill: [] },
  price: { min: null, max: null },
  rating: { rating: null },
  reputation: { reputation: null },
  language: { language: [] },
  remote: { remote: false },
  distance: { within: null },
  free: { free: null },
};

/** Reads filters out of a query string's parameters. What makes no sense counts as not said. */
export function parseFilters(parameters: Record<string, string | string[] | undefined>): MarketFilters {
  const said = schema.parse(parameters);
  const isRange = said.min === null || said.max === null || said.min <= said.max;
  return {
    ...said,
    literally: said.literally && said.q !== "",
    min: isRange ? said.min : null,
    max: isRange ? said.max : null,
    within: said.near && said.within,
    sort: chooseSort(said.sort, said),
  };
}

/** Reads filters out of a query string, as `writeFilters` wrote it. */
export function readFilters(query: string): MarketFilters {
  const parameters = new URLSearchParams(query);
  return parseFilters(Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)])));
}

/** Filters as a query string, empty where nothing is said. */
export function writeFilters(filters: MarketFilters): string {
  const { q, near, sort, page } = filters;
  const chosen = chooseSort(sort, filters);
  const said: Record<string, string | number | null> = {
    q,
    literally: filters.literally && q ? "1" : null,
    kind: filters.kind,
    category: filters.category,
    skill: filters.skill.join(","),
    min: filters.min,
    max: filters.max,
    rating: filters.rating,
    reputation: filters.reputation,
    language: filters.language.join(","),
    remote: filters.remote ? "1" : null,
    near: near && writeOrigin(near),
    within: near && filters.within,
    free: filters.free,
    sort: chosen === defaultSort(q) ? null : chosen,
    page: page > 1 ? page : null,
  };
  return new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, String(value)] as [string, string]] : [])),
  ).toString();
}

/** The market's address under `filters` with `changes`; any change but of the page leads back to its first page. */
export function marketHref(filters: MarketFilters, changes: Partial<MarketFilters> = {}): string {
  const query = writeFilters({ ...filters, page: 1, ...changes });
  return query ? `${paths.market()}?${query}` : paths.market();
}

/** @returns what narrows the market down, in the order screens name it */
export function chosenFacets(filters: MarketFilters): Facet[] {
  return (Object.keys(WITHOUT) as Facet[]).filter((facet) =>
    Object.keys(WITHOUT[facet]).some((key) => {
      const value = filters[key as keyof MarketFilters];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    }),
  );
}

/** @returns `filters` without one facet */
export function withoutFacet(filters: MarketFilters, facet: Facet): MarketFilters {
  return { ...filters, ...WITHOUT[facet], page: 1 };
}

/** @returns nothing but the order; the words and the place, too, are gone */
export function withoutFacets(filters: MarketFilters): MarketFilters {
  return { ...chosenFacets(filters).reduce(withoutFacet, filters), near: null };
}

/** The order nobody asked for: best match where there are words, newest first elsewhere. */
export function defaultSort(q: string): Sort {
  return q ? "relevance" : "newest";
}

function chooseSort(wanted: Sort | null, { q, near }: Pick<MarketFilters, "q" | "near">): Sort {
  const isIdle = (wanted === "relevance" && !q) || (wanted === "nearest" && !near);
  return wanted === null || isIdle ? defaultSort(q) : wanted;
}
