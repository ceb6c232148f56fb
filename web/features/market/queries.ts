import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Address } from "viem";
import { distanceKm } from "#domain/place.ts";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { readOtherwise, readQuery, type WordQuery } from "#web/features/lexicon/read-query.ts";
import { COVER } from "#web/features/listing/cover.ts";
import { countFitting, findCandidates, MOST_CANDIDATES } from "#web/features/market/candidates.ts";
import { type Onlooker, type Question, record } from "#web/features/market/conditions.ts";
import { COUNTED, type CountedFacet, type FacetCounts } from "#web/features/market/facets.ts";
import type { Origin } from "#web/features/market/origin.ts";
import { chosenFacets, type Facet, type MarketFilters, withoutFacet } from "#web/features/market/filters.ts";

export const PAGE_SIZE = 24;

const CARD = {
  id: listing.id,
  kind: listing.kind,
  title: listing.title,
  category: listing.category,
  priceMinutes: listing.priceMinutes,
  remote: listing.remote,
  place: listing.place,
  latitude: listing.latitude,
  longitude: listing.longitude,
  cover: COVER,
  owner: listing.owner,
  ownerName: member.displayName,
  ownerHandle: member.handle,
  ownerPhotoId: member.photoId,
  score: reputation.score,
  completedDeals: record.completedDeals,
  ratingCount: record.ratingCount,
  starSum: record.starSum,
};

/**
 * One published listing with what its owner did so far, null where the chain knows nothing of them, and how far it is
 * from where distances are counted; null where one of the two places is not known.
 */
export type MarketCard = Awaited<ReturnType<typeof selectCards>>[number] & { km: number | null };

/** Published listings under some filters, a page of them, with the counts that stand on the filters. */
export type MarketPage = {
  cards: MarketCard[];
  /** No more than are looked at. */
  total: number;
  /** More fit than were looked at. */
  capped: boolean;
  pages: number;
  words: Pick<WordQuery, "text" | "mistyped">;
  counts: FacetCounts;
  /** Where nothing fits: what to give back to find the most, and how many that would be. */
  loosen: { facet: Facet; finds: number } | null;
};

/** Finds what fits `filters`, as `onlooker` sees the market. */
export async function searchMarket(
  db: Database,
  filters: MarketFilters,
  onlooker: Onlooker,
  cap = MOST_CANDIDATES,
): Promise<MarketPage> {
  const words = await readQuery(db, filters.q, filters.literally);
  const page = await answerQuestion(db, { ...onlooker, filters, words }, cap);
  if (page.total > 0 || filters.literally || !filters.q) return page;
  const other = await findOtherReading(db, { ...onlooker, filters, words }, cap);
  return other ? answerQuestion(db, { ...onlooker, filters, words: other }, cap) : page;
}

/** Where nothing says all of the words, one of them may have been meant otherwise. */
async function findOtherReading(db: Database, question: Question, cap: number): Promise<WordQuery | null> {
  const readings = await readOtherwise(db, question.words);
  const tried = await Promise.all(
    readings.map(async (words) => ({ words, total: await countFitting(db, { ...question, words }, cap) })),
  );
  return tried.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)[0]?.words ?? null;
}

async function answerQuestion(db: Database, question: Question, cap: number): Promise<MarketPage> {
  const { filters, words } = question;
  const chosen = chosenFacets(filters);
  const narrowed = COUNTED.filter((facet) => chosen.includes(facet));
  const open = COUNTED.filter((facet) => !narrowed.includes(facet));
  const found = await findCandidates(
    db,
    question,
    [{ without: null, counts: open }, ...narrowed.map((facet) => ({ without: facet, counts: [facet] }))],
    { cap, page: { size: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE } },
  );
  const [all = 0, ...others] = found.totals;
  const total = Math.min(all, cap);
  const finds = narrowed.map((facet, index) => [facet, Math.min(others[index] ?? 0, cap)] as const);
  return {
    cards: await readCards(db, found.page, filters.near),
    total,
    capped: all > cap,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    words,
    loosen: total === 0 && chosen.length > 1 ? await findLoosest(db, question, cap, finds) : null,
    counts: Object.fromEntries(COUNTED.map((facet) => [facet, found[facet]])) as Record<
      CountedFacet,
      FacetCounts[CountedFacet]
    >,
  };
}

/**
 * Which one facet stands in the way the most.
 * @param finds what each facet's counts found without it; only the words are missing there
 */
async function findLoosest(
  db: Database,
  question: Question,
  cap: number,
  finds: readonly (readonly [Facet, number])[],
): Promise<MarketPage["loosen"]> {
  const wordless = {
    ...question,
    filters: withoutFacet(question.filters, "q"),
    words: { ...question.words, all: null, any: null },
  };
  const all = question.filters.q ? [["q", await countFitting(db, wordless, cap)] as const, ...finds] : finds;
  const [most] = all.filter(([, found]) => found > 0).sort(([, a], [, b]) => b - a);
  return most ? { facet: most[0], finds: most[1] } : null;
}

/** Cards in the order of their ids. */
async function readCards(db: Database, ids: readonly string[], near: Origin | null): Promise<MarketCard[]> {
  if (ids.length === 0) return [];
  const cards = await selectCards(db, inArray(listing.id, [...ids]));
  return cards.map((card) => ({ ...card, km: kmTo(card, near) })).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function kmTo({ latitude, longitude }: { latitude: number | null; longitude: number | null }, near: Origin | null) {
  return near && latitude !== null && longitude !== null ? distanceKm(near, { latitude, longitude }) : null;
}

/** What `owner` offers and asks for just now, the newest first. */
export function listPublished(db: Database, owner: Address) {
  return selectCards(db, and(eq(listing.status, "published"), eq(listing.owner, owner)))
    .orderBy(desc(listing.createdAt), asc(listing.id))
    .limit(PAGE_SIZE);
}

function selectCards(db: Database, condition: SQL | undefined) {
  return db
    .select(CARD)
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .leftJoin(record, eq(record.address, listing.owner))
    .where(condition);
}
