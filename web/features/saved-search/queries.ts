import { and, asc, eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { savedSearch } from "#web/db/schema/saved-search.ts";
import { savedSearchFind } from "#web/features/inbox/kinds/saved-search.ts";

/** What counts as news of a search: what it was told of, since its owner last looked. */
const NEWS = sql`found.recipient = saved_search.owner and found.kind = ${savedSearchFind.kind}
  and found.payload ->> 'savedSearchId' = saved_search.id::text and found.created_at > saved_search.seen_at`;

/** A search as its owner's list shows it. */
export type SavedSearch = Awaited<ReturnType<typeof listSearches>>[number];

/** The searches `who` keeps, by name, each with how many finds are new since they last looked. */
export function listSearches(db: Database, who: Address) {
  return db
    .select({
      id: savedSearch.id,
      name: savedSearch.name,
      query: savedSearch.query,
      seenAt: savedSearch.seenAt,
      news: sql<number>`(select count(*)::int from ${outbox} as found where ${NEWS})`,
    })
    .from(savedSearch)
    .where(eq(savedSearch.owner, who))
    .orderBy(asc(sql`lower(${savedSearch.name})`));
}

/** What a search has found since its owner last looked at it, and when it found the last of it; null for none. */
export type SearchNews = { listings: string[]; until: Date | null };

/** @returns what one of `who`'s searches has found since they last looked at what it finds */
export async function listNews(db: Database, who: Address, id: string): Promise<SearchNews> {
  const { rows } = await db.execute<{ listing: string; at: string }>(sql`
    select found.payload ->> 'listingId' as listing, found.created_at as at
    from ${savedSearch} join ${outbox} as found on ${NEWS}
    where ${savedSearch.id} = ${id} and ${savedSearch.owner} = ${who}
    order by found.created_at`);
  const last = rows.at(-1);
  return { listings: rows.map(({ listing }) => listing), until: last ? new Date(last.at) : null };
}

/** @returns the one of `who`'s searches that is kept under this query; null where there is none */
export async function findSearch(
  db: Database,
  who: Address,
  query: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await db
    .select({ id: savedSearch.id, name: savedSearch.name })
    .from(savedSearch)
    .where(and(eq(savedSearch.owner, who), eq(savedSearch.query, query)));
  return found ?? null;
}
