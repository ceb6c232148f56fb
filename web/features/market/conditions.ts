import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { notBlockedBy } from "#web/features/blocking/condition.ts";
import type { WordQuery } from "#web/features/lexicon/read-query.ts";
import { withParts } from "#web/features/listing/categories.ts";
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

/** What a listing must be to be found: the one place that says what each filter means. */
export function fits({ filters, words, ...onlooker }: Question): SQL | undefined {
  const { kind, category, skill, min, max, rating, reputation: score, language, remote, near, within, free } = filters;
  return and(
    eq(listing.status, "published"),
    notBlockedBy(onlooker.viewer, listing.owner),
    filters.q ? (words.all ? sql`${listing.search} @@ ${words.all}::tsquery` : sql`false`) : undefined,
    kind ? eq(listing.kind, kind) : undefined,
    category ? inArray(listing.category, withParts(category)) : undefined,
    skill.length > 0 ? sql`app.lower_words(${listing.skills}) && ${sql.param(skill)}::text[]` : undefined,
    min ? gte(listing.priceMinutes, min) : undefined,
    max ? lte(listing.priceMinutes, max) : undefined,
    rating ? hasRating(rating) : undefined,
    score ? hasScore(score) : undefined,
    language.length > 0 ? inArray(listing.language, language) : undefined,
    remote ? eq(listing.remote, true) : undefined,
    near && within ? isWithin(near, listing, within) : undefined,
    free ? hasTime(freeWindow(free, onlooker)) : undefined,
  );
}

// What these ask of an owner would be joined to each listing in turn, were it not "is true": so Postgres asks it once, of
// all owners, wherever many listings are read.
const hasRating = (stars: number): SQL =>
  sql`(exists (select from ${chainMember} as rated where rated.address = ${listing.owner} and rated.rating_count > 0 and rated.star_sum >= ${stars} * rated.rating_count)) is true`;

const hasScore = (score: number): SQL =>
  sql`(exists (select from ${reputation} as scored where scored.address = ${listing.owner} and scored.score >= ${score})) is true`;

const hasTime = ({ from, to }: FreeWindow): SQL =>
  sql`(exists (select from ${freeTime} as free where free.member = ${listing.owner} and free.starts_at < ${to} and free.ends_at > ${from})) is true`;
