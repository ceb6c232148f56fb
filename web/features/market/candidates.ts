import { type SQL, sql } from "drizzle-orm";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { onEarth } from "#web/db/schema/on-earth.ts";
import { fits, type Question, record } from "#web/features/market/conditions.ts";
import { countsOf } from "#web/features/market/facet-counts.ts";
import type { CountedFacet, FacetCounts } from "#web/features/market/facets.ts";
import type { Sort } from "#web/features/market/filters.ts";
import { kmFrom } from "#web/features/place/way-from.ts";

/**
 * So many listings are ordered and counted, the newest that fit (or the cheapest, or the nearest, where that is asked
 * for). Where more fit, the page says so.
 */
export const MOST_CANDIDATES = 1_000;

/** Where a member without a finished deal stands among the others when listings are sorted by reputation. */
const NEUTRAL_SCORE = 50;

/** A candidate's place. */
const SPOT = { latitude: sql`found.latitude`, longitude: sql`found.longitude` };

/** What a search found: ids of one page in order, and how many of the candidates each choice would find. */
export type Found = { total: number; page: string[] } & Partial<FacetCounts>;

/** How many to look at; how many of them to name, and after how many, or null where only counts are wanted. */
type Extent = { cap: number; page: { size: number; offset: number } | null };

/**
 * Finds, orders and counts in one statement.
 * @param facets what to count among what fits
 */
export async function findCandidates(
  db: Database,
  question: Question,
  facets: readonly CountedFacet[],
  extent: Extent,
): Promise<Found> {
  const { rows } = await db.execute<Found>(candidatesOf(question, facets, extent));
  const [found] = rows;
  if (!found) throw new Error("A search answered no row.");
  return found;
}

/** The statement that finds them: one row, a `Found`. */
export function candidatesOf(question: Question, facets: readonly CountedFacet[], { cap, page }: Extent): SQL {
  const counts = facets.map((facet) => sql`, (${countsOf(facet, question)}) as ${sql.identifier(facet)}`);
  const told = tellMore(question, facets, page !== null);
  const ids = page
    ? sql`array(select id from told order by ${orderOf(question)}, created_at desc, id limit ${page.size} offset ${page.offset})`
    : sql`array[]::uuid[]`;
  // Words are met by their index, and all that say them put in order; else an index has the order, and few are read.
  const fitting = question.words.all ? sql`materialized` : sql`not materialized`;
  return sql`
    with fitting as ${fitting} (
      select ${listing.id}, ${listing.owner}, ${listing.kind}, ${listing.category}, ${listing.priceMinutes},
        ${listing.remote}, ${listing.language}, ${listing.latitude}, ${listing.longitude}, ${listing.createdAt}
      from ${listing}
      where ${fits(question)}),
    found as materialized (select * from fitting as found order by ${firstOf(question)} limit ${cap + 1}),
    told as materialized (select found.*${told.columns} from found${told.joins})
    select (select count(*)::int from told) as total, ${ids} as page${sql.join(counts)}`;
}

/** Which are taken where more fit than are looked at; an index has them in this order. */
function firstOf({ words, filters: { sort, near } }: Question): SQL {
  const newest = sql`created_at desc, id`;
  // What words found is in no index any more, and plain numbers are the quicker then.
  if (sort === "nearest" && near)
    return sql`${words.all ? kmFrom(near, SPOT) : sql`${onEarth(SPOT)} <-> ${onEarth(near)}`}, ${newest}`;
  if (sort === "cheapest") return sql`price_minutes, ${newest}`;
  if (sort === "dearest") return sql`price_minutes desc, ${newest}`;
  return newest;
}

/** What no index of candidates says: looked up only where it orders the page or is counted. */
function tellMore(
  { words, filters: { sort, near } }: Question,
  facets: readonly CountedFacet[],
  ordered: boolean,
): { columns: SQL; joins: SQL } {
  const asks = (facet: CountedFacet, order: Sort) => facets.includes(facet) || (ordered && sort === order);
  const ranks = ordered && sort === "relevance" && words.any !== null;
  // Description, skills and category, title.
  const rank = ranks ? sql`, ts_rank('{0.1, 0.15, 0.4, 1}', said.search, ${words.any}::tsquery) as rank` : sql``;
  const parts: { columns: SQL; joins: SQL }[] = [];
  if (ranks || facets.includes("skill"))
    parts.push({
      columns: sql`, said.skills${rank}`,
      joins: sql` join ${listing} as said on said.id = found.id`,
    });
  if (near && asks("distance", "nearest")) parts.push({ columns: sql`, ${kmFrom(near, SPOT)} as km`, joins: sql`` });
  if (asks("reputation", "reputation"))
    parts.push({
      columns: sql`, ${reputation.score} as score`,
      joins: sql` left join ${reputation} on ${reputation.address} = found.owner`,
    });
  if (asks("rating", "rating"))
    parts.push({
      columns: sql`, case when ${record.ratingCount} > 0 then ${record.starSum}::float8 / ${record.ratingCount} end as stars`,
      joins: sql` left join chain.member as record on ${record.address} = found.owner`,
    });
  return { columns: sql.join(parts.map(({ columns }) => columns)), joins: sql.join(parts.map(({ joins }) => joins)) };
}

function orderOf({ filters: { sort, near }, words }: Question): SQL {
  switch (sort) {
    case "nearest":
      return near ? sql`km nulls last` : sql`created_at desc`;
    case "relevance":
      return words.any === null ? sql`created_at desc` : sql`rank desc`;
    case "cheapest":
      return sql`price_minutes`;
    case "dearest":
      return sql`price_minutes desc`;
    case "reputation":
      return sql`coalesce(score, ${NEUTRAL_SCORE}) desc`;
    case "rating":
      return sql`stars desc nulls last`;
    case "newest":
      return sql`created_at desc`;
  }
}
