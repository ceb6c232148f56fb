import { NAMED_DAYS, type Facet } from "#web/features/market/filters.ts";

/** Where one range of prices ends and the next begins, in minutes. */
export const PRICE_EDGES = [30, 60, 120, 240] as const;

/** Stars and scores one can ask for at least. */
export const STARS = [3, 4, 5] as const;
export const SCORES = [50, 70, 85] as const;

/** Kilometres one can ask for at most. */
export const WITHIN = [5, 10, 25, 50, 100] as const;

/** Facets whose choices are counted; words are no choice of some. */
export const COUNTED = [
  "kind",
  "category",
  "skill",
  "price",
  "rating",
  "reputation",
  "language",
  "remote",
  "distance",
  "free",
] as const satisfies Facet[];
export type CountedFacet = (typeof COUNTED)[number];

/** How many listings each choice would find, all other facets kept; a choice that would find none may be missing. */
export type FacetCounts = Record<CountedFacet, Record<string, number>>;

/** A range of prices, both ends in it; null where it is open. */
export type PriceRange = { key: string; min: number | null; max: number | null };

/** The ranges of prices that are counted, the lowest first. No price is in two. */
export const PRICE_RANGES: readonly PriceRange[] = [...PRICE_EDGES, null].map((max, index) => {
  const below = PRICE_EDGES[index - 1];
  const min = below === undefined ? null : below + 1;
  return { key: `${min ?? ""}-${max ?? ""}`, min, max };
});

/** @returns the days that are counted: those with a name, and the one that was asked for */
export function countedDays(free: string | null): string[] {
  return free === null || NAMED_DAYS.some((name) => name === free) ? [...NAMED_DAYS] : [...NAMED_DAYS, free];
}
