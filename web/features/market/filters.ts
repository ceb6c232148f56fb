import { z } from "zod";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { paths } from "#web/lib/paths.ts";

/** Orders of the market; `relevance` means something only beside words to search for. */
export const SORTS = ["relevance", "newest", "cheapest", "dearest", "reputation"] as const;
export type Sort = (typeof SORTS)[number];

/** The price ceilings offered, in minutes. */
export const PRICE_CEILINGS = [30, 60, 120, 240, 480] as const;

const first = z.unknown().transform((value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value));

const schema = z.object({
  // Postgres has no text with a NUL in it.
  q: first.pipe(z.string().transform((text) => text.replaceAll("\0", "").trim().slice(0, 120))).catch(""),
  kind: first.pipe(z.enum(["offer", "request"]).nullable()).catch(null),
  category: first.pipe(z.enum(CATEGORY_KEYS).nullable()).catch(null),
  max: first.pipe(z.coerce.number().int().positive().max(525_600).nullable()).catch(null),
  remote: first.pipe(z.literal("1").transform(() => true)).catch(false),
  sort: first.pipe(z.enum(SORTS).nullable()).catch(null),
  page: first.pipe(z.coerce.number().int().positive().max(10_000)).catch(1),
});

/** What somebody looks for. All of it lives in the URL. */
export type MarketFilters = {
  /** Words; empty for none. */
  q: string;
  kind: "offer" | "request" | null;
  category: (typeof CATEGORY_KEYS)[number] | null;
  /** The highest price, in minutes. */
  max: number | null;
  remote: boolean;
  sort: Sort;
  /** From 1. */
  page: number;
};

/** Reads filters out of a query string's parameters. What makes no sense counts as not said. */
export function parseFilters(parameters: Record<string, string | string[] | undefined>): MarketFilters {
  const said = schema.parse(parameters);
  return { ...said, sort: chooseSort(said.sort, said.q) };
}

/** The market's address under `filters` with `changes`; any change but of the page leads back to its first page. */
export function marketHref(filters: MarketFilters, changes: Partial<MarketFilters> = {}): string {
  const next = { ...filters, page: 1, ...changes };
  const sort = chooseSort(next.sort, next.q);
  const parameters = new URLSearchParams();
  if (next.q) parameters.set("q", next.q);
  if (next.kind) parameters.set("kind", next.kind);
  if (next.category) parameters.set("category", next.category);
  if (next.max) parameters.set("max", String(next.max));
  if (next.remote) parameters.set("remote", "1");
  if (sort !== defaultSort(next.q)) parameters.set("sort", sort);
  if (next.page > 1) parameters.set("page", String(next.page));
  const query = parameters.toString();
  return query ? `${paths.market()}?${query}` : paths.market();
}

/** Whether anything narrows the market down. */
export function isNarrowed({ q, kind, category, max, remote }: MarketFilters): boolean {
  return q !== "" || kind !== null || category !== null || max !== null || remote;
}

/** The order nobody asked for: best match where there are words, newest first elsewhere. */
export function defaultSort(q: string): Sort {
  return q ? "relevance" : "newest";
}

function chooseSort(wanted: Sort | null, q: string): Sort {
  return wanted === null || (wanted === "relevance" && !q) ? defaultSort(q) : wanted;
}
