import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";
import type { WordQuery } from "#web/features/lexicon/read-query.ts";
import { withParts } from "#web/features/listing/categories.ts";
import { COUNTED, type CountedFacet } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { type FreeWindow, freeWindow } from "#web/features/market/free-window.ts";
import { isWithin } from "#web/features/place/way-from.ts";

/** Both schemas have a table of this name: one of them goes by another in a query of both. */
export const record = alias(chainMember, "record");

/** Who looks at the market, and when. */
export type Onlooker = {
  /** Null for somebody not signed in. */
  viewer: Address | null;
  now: Date;
  /** IANA name: "today" is theirs. */
  timeZone: string;
};

/** Everything a search of the market depends on. */
export type Question = Onlooker & { filters: MarketFilters; words: WordQuery };

/** What a listing must be to be found. */
export function fits(question: Question): SQL | undefined {
  return and(isSought(question), ...choicesOf(question).values());
}

/** What a listing must be whatever is chosen of it: on the market, of nobody blocked, and saying the words. */
export function isSought({ filters: { q }, words, viewer }: Question): SQL | undefined {
  return and(
    eq(listing.status, "published"),
    notBlockedBy(viewer, listing.owner),
    q ? (words.all ? says(words.all) : sql`false`) : undefined,
  );
}

// Where a beginning is common, the planner would rather unpack the words of every listing than ask their index, did it
// see which words these are.
const says = (words: string): SQL => sql`${listing.search} @@ (select ${words}::tsquery)`;

/** What each facet that is chosen asks of a listing: the one place that says what a filter means. */
export function choicesOf({ filters, ...onlooker }: Question): Map<CountedFacet, SQL> {
  const { kind, category, skill, min, max, rating, reputation: score, language, remote, near, within, free } = filters;
  const asked: Record<CountedFacet, SQL | null | undefined> = {
    kind: kind && eq(listing.kind, kind),
    category: category && inArray(listing.category, withParts(category)),
    skill: skill.length > 0 ? sql`app.lower_words(${listing.skills}) && ${sql.param(skill)}::text[]` : null,
    price: and(min ? gte(listing.priceMinutes, min) : undefined, max ? lte(listing.priceMinutes, max) : undefined),
    rating: rating ? hasRating(rating) : null,
    reputation: score ? hasScore(score) : null,
    language: language.length > 0 ? inArray(listing.language, language) : null,
    remote: remote ? eq(listing.remote, true) : null,
    distance: near && within ? isWithin(near, listing, within) : null,
    free: free ? hasTime(freeWindow(free, onlooker)) : null,
  };
  return new Map(COUNTED.flatMap((facet) => (asked[facet] ? [[facet, asked[facet]] as const] : [])));
}

// What these ask of an owner would be joined to each listing in turn, were it not "is true": so Postgres asks it once, of
// all owners, wherever many listings are read.
const hasRating = (stars: number): SQL =>
  sql`(exists (select from ${chainMember} as rated where rated.address = ${listing.owner} and rated.rating_count > 0 and rated.star_sum >= ${stars} * rated.rating_count)) is true`;

const hasScore = (score: number): SQL =>
  sql`(exists (select from ${reputation} as scored where scored.address = ${listing.owner} and scored.score >= ${score})) is true`;

const hasTime = ({ from, to }: FreeWindow): SQL =>
  sql`(exists (select from ${freeTime} as free where free.member = ${listing.owner} and free.starts_at < ${to} and free.ends_at > ${from})) is true`;
