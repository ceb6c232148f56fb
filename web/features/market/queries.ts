import { and, asc, count, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { COVER } from "#web/features/listing/cover.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { type Closeness, rankOf, says } from "#web/features/market/matching.ts";

export const PAGE_SIZE = 24;

/** Where a member without a finished deal stands among the others when listings are sorted by reputation. */
const NEUTRAL_SCORE = 50;

/** Both schemas have a table of this name: one of them goes by another in a query of both. */
const record = alias(chainMember, "record");

const CARD = {
  id: listing.id,
  kind: listing.kind,
  title: listing.title,
  category: listing.category,
  priceMinutes: listing.priceMinutes,
  remote: listing.remote,
  place: listing.place,
  cover: COVER,
  owner: listing.owner,
  ownerName: member.displayName,
  ownerHandle: member.handle,
  score: reputation.score,
  completedDeals: record.completedDeals,
  ratingCount: record.ratingCount,
  starSum: record.starSum,
};

/** One published listing with what its owner did so far; null where the chain knows nothing of them. */
export type MarketCard = Awaited<ReturnType<typeof selectCards>>[number];

export type MarketPage = {
  cards: MarketCard[];
  total: number;
  pages: number;
  /** `near` where nothing says all of the words and these come close. */
  closeness: Closeness;
  /** How many there would be under each kind, all other filters kept; `all` is both together. */
  kinds: { all: number; offer: number; request: number };
  /** How many there would be in each category, all other filters kept. */
  categories: Record<string, number>;
};

/** Published listings under `filters`, a page of them, with the counts that stand on the filters. */
export async function searchMarket(db: Database, filters: MarketFilters): Promise<MarketPage> {
  const exact = await countBoth(db, filters, "exact");
  const nothingSaysIt = filters.q !== "" && exact.kinds.all === 0;
  const closeness: Closeness = nothingSaysIt ? "near" : "exact";
  const counts = nothingSaysIt ? await countBoth(db, filters, "near") : exact;
  const total = counts.kinds[filters.kind ?? "all"];
  return {
    cards: total === 0 ? [] : await selectCards(db, filters, closeness),
    total,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    closeness,
    ...counts,
  };
}

async function countBoth(db: Database, filters: MarketFilters, closeness: Closeness) {
  const [kinds, categories] = await Promise.all([
    db
      .select({ kind: listing.kind, count: count() })
      .from(listing)
      .where(narrow({ ...filters, kind: null }, closeness))
      .groupBy(listing.kind),
    db
      .select({ category: listing.category, count: count() })
      .from(listing)
      .where(narrow({ ...filters, category: null }, closeness))
      .groupBy(listing.category),
  ]);
  const of = (kind: "offer" | "request") => kinds.find((row) => row.kind === kind)?.count ?? 0;
  return {
    kinds: { all: of("offer") + of("request"), offer: of("offer"), request: of("request") },
    categories: Object.fromEntries(categories.map(({ category, count }) => [category, count])),
  };
}

/** What `owner` offers and asks for just now, the newest first. */
export function listPublished(db: Database, owner: Address) {
  return selectCardsWhere(db, and(eq(listing.status, "published"), eq(listing.owner, owner)))
    .orderBy(desc(listing.createdAt), asc(listing.id))
    .limit(PAGE_SIZE);
}

function selectCards(db: Database, filters: MarketFilters, closeness: Closeness) {
  return selectCardsWhere(db, narrow(filters, closeness))
    .orderBy(...orderOf(filters, closeness), desc(listing.createdAt), asc(listing.id))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE);
}

function selectCardsWhere(db: Database, condition: SQL | undefined) {
  return db
    .select(CARD)
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .leftJoin(record, eq(record.address, listing.owner))
    .where(condition);
}

function narrow({ q, kind, category, max, remote }: MarketFilters, closeness: Closeness): SQL | undefined {
  return and(
    eq(listing.status, "published"),
    q ? says(q, closeness) : undefined,
    kind ? eq(listing.kind, kind) : undefined,
    category ? eq(listing.category, category) : undefined,
    max ? lte(listing.priceMinutes, max) : undefined,
    remote ? eq(listing.remote, true) : undefined,
  );
}

function orderOf({ sort, q }: MarketFilters, closeness: Closeness): SQL[] {
  switch (sort) {
    case "relevance":
      return [desc(rankOf(q, closeness))];
    case "cheapest":
      return [asc(listing.priceMinutes)];
    case "dearest":
      return [desc(listing.priceMinutes)];
    case "reputation":
      return [desc(sql`coalesce(${reputation.score}, ${NEUTRAL_SCORE})`)];
    case "newest":
      return [];
  }
}
