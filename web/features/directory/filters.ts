import { z } from "zod";
import { SPOKEN_LANGUAGES } from "#web/features/member/languages.ts";
import { paths } from "#web/lib/paths.ts";

/** Orders of the directory; `relevance` means something only beside words to search for. */
export const SORTS = ["relevance", "reputation", "newest", "deals", "name"] as const;
export type Sort = (typeof SORTS)[number];

/** The least reputations offered. */
export const LEAST_SCORES = [50, 60, 70, 80, 90] as const;

const first = z.unknown().transform((value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value));

// Postgres has no text with a NUL in it.
const words = (longest: number) =>
  first.pipe(z.string().transform((text) => text.replaceAll("\0", "").trim().slice(0, longest))).catch("");

const schema = z.object({
  q: words(120),
  skill: words(40),
  language: first.pipe(z.string().refine((tag) => SPOKEN_LANGUAGES.includes(tag))).catch(""),
  place: words(80),
  score: first.pipe(z.coerce.number().int().min(1).max(100).nullable()).catch(null),
  arbiter: first.pipe(z.literal("1").transform(() => true)).catch(false),
  sort: first.pipe(z.enum(SORTS).nullable()).catch(null),
  page: first.pipe(z.coerce.number().int().positive().max(1_000)).catch(1),
});

/** Whom somebody looks for. All of it lives in the URL; empty words ask for nothing. */
export type DirectoryFilters = {
  q: string;
  /** One skill, in any spelling. */
  skill: string;
  /** BCP 47 tag. */
  language: string;
  /** A town: what stands before the comma of a place. */
  place: string;
  /** The least reputation. */
  score: number | null;
  arbiter: boolean;
  sort: Sort;
  /** From 1. */
  page: number;
};

/** The filters each choice of which is counted. */
export const FACETS = ["skill", "language", "place", "arbiter"] as const;
export type Facet = (typeof FACETS)[number];

/** Reads filters out of a query string's parameters. What makes no sense counts as not said. */
export function parseFilters(parameters: Record<string, string | string[] | undefined>): DirectoryFilters {
  const said = schema.parse(parameters);
  return { ...said, sort: chooseSort(said.sort, said.q) };
}

/** The directory's address under `filters` with `changes`; any change but of the page leads back to its first page. */
export function directoryHref(filters: DirectoryFilters, changes: Partial<DirectoryFilters> = {}): string {
  const next = { ...filters, page: 1, ...changes };
  const sort = chooseSort(next.sort, next.q);
  const parameters = new URLSearchParams();
  for (const name of ["q", "skill", "language", "place"] as const) if (next[name]) parameters.set(name, next[name]);
  if (next.score) parameters.set("score", String(next.score));
  if (next.arbiter) parameters.set("arbiter", "1");
  if (sort !== defaultSort(next.q)) parameters.set("sort", sort);
  if (next.page > 1) parameters.set("page", String(next.page));
  const query = parameters.toString();
  return query ? `${paths.community()}?${query}` : paths.community();
}

/** `filters` without what one facet asks for: whom its other choices would find. */
export function withoutFacet(filters: DirectoryFilters, facet: Facet): DirectoryFilters {
  return { ...filters, [facet]: facet === "arbiter" ? false : "" };
}

/** Whether anything narrows the directory down. */
export function isNarrowed({ q, skill, language, place, score, arbiter }: DirectoryFilters): boolean {
  return [q, skill, language, place].some((said) => said !== "") || score !== null || arbiter;
}

/** The order nobody asked for: best match where there are words, best reputation elsewhere. */
export function defaultSort(q: string): Sort {
  return q ? "relevance" : "reputation";
}

function chooseSort(wanted: Sort | null, q: string): Sort {
  return wanted === null || (wanted === "relevance" && !q) ? defaultSort(q) : wanted;
}
