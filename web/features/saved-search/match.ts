import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { listingNews, savedSearch } from "#web/db/schema/saved-search.ts";
import { noBlockBetween } from "#web/features/blocking/condition.ts";
import { savedSearchFind } from "#web/features/inbox/kinds/saved-search.ts";
import { type Message, tell } from "#web/features/inbox/tell.ts";
import { readQuery } from "#web/features/lexicon/read-query.ts";
import { fits } from "#web/features/market/conditions.ts";
import { readFilters } from "#web/features/market/filters.ts";

/** Listings in one transaction. */
const BATCH = 100;

const ELSEWHERE = "UTC";

/**
 * Holds every listing that came onto the market against the saved searches, and tells their owners. Any number of
 * processes may do so at once: each takes listings nobody else has, and gives them back if it fails.
 * @returns how many listings that were
 */
export async function matchSavedSearches(db: Database, now: Date): Promise<number> {
  let matched = 0;
  for (;;) {
    const taken = await matchBatch(db, now);
    matched += taken;
    if (taken < BATCH) return matched;
  }
}

async function matchBatch(db: Database, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const news = await tx
      .select({ id: listingNews.listingId })
      .from(listingNews)
      .orderBy(listingNews.createdAt)
      .limit(BATCH)
      .for("update", { skipLocked: true });
    if (news.length === 0) return 0;
    const ids = news.map(({ id }) => id);
    for (const [id, listings] of await pair(tx, ids)) await tellFinds(tx, id, listings, now);
    await tx.delete(listingNews).where(inArray(listingNews.listingId, ids));
    return news.length;
  });
}

/**
 * Which listings are worth a closer look for which search. A listing's words find the searches, by an index, not the
 * other way round: how many searches are kept in all does not matter.
 */
async function pair(tx: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const alike = sql`search.owner <> come.owner and (search.kind is null or search.kind = come.kind)
    and (search.category is null or search.category in (come.category, split_part(come.category, '.', 1)))`;
  const { rows } = await tx.execute<{ search: string; listing: string }>(sql`
    with come as (
      select id, owner, kind, category,
        array(select distinct left(lexeme, 3) from unnest(${listing.search})) as beginnings
      from ${listing} where id = any(${sql.param([...ids])}::uuid[]) and status = 'published')
    select search.id as search, come.id as listing
      from come join ${savedSearch} as search on search.anchors && come.beginnings and ${alike}
    union all
    select search.id, come.id
      from come join ${savedSearch} as search on search.anchors = '{}' and ${alike}`);
  const pairs = new Map<string, string[]>();
  for (const { search, listing: id } of rows) pairs.set(search, [...(pairs.get(search) ?? []), id]);
  return pairs;
}

/** Asks the market itself whether the search finds them, and tells what it does. */
async function tellFinds(tx: Database, id: string, listings: readonly string[], now: Date): Promise<void> {
  const [search] = await tx
    .select({ owner: savedSearch.owner, name: savedSearch.name, query: savedSearch.query, timeZone: member.timeZone })
    .from(savedSearch)
    .leftJoin(member, eq(member.address, savedSearch.owner))
    .where(eq(savedSearch.id, id));
  if (!search) return;
  const { owner: recipient, name, query, timeZone } = search;
  const filters = readFilters(query);
  const words = await readQuery(tx, filters.q, filters.literally);
  const found = await tx
    .select({ id: listing.id, title: listing.title, owner: listing.owner })
    .from(listing)
    .where(
      and(
        inArray(listing.id, [...listings]),
        fits({ filters, words, viewer: recipient, now, timeZone: timeZone ?? ELSEWHERE }),
        noBlockBetween(recipient, listing.owner),
      ),
    );
  const messages = found.map(({ id: listingId, title, owner }): Message<typeof savedSearchFind.schema> => ({
    recipient,
    event: `${id}:${listingId}`,
    payload: { savedSearchId: id, search: name, listingId, title, owner },
  }));
  await tell(tx, savedSearchFind, messages, now);
}
