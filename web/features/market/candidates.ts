import { asc, desc, type SQL, sql } from "drizzle-orm";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { fits, type Question, record } from "#web/features/market/conditions.ts";
import {
  type CountedFacet,
  countedDays,
  type FacetCounts,
  PRICE_RANGES,
  SCORES,
  STARS,
} from "#web/features/market/facets.ts";
import type { Sort } from "#web/features/market/filters.ts";
import { freeWindow } from "#web/features/market/free-window.ts";

/**
 * So many listings are ordered and counted, the newest that fit (or the cheapest, where that is asked for). Where more
 * fit, the page says so.
 */
export const MOST_CANDIDATES = 2_000;

/** Where a member without a finished deal stands among the others when listings are sorted by reputation. */
const NEUTRAL_SCORE = 50;

/** Choices shown of a facet that has no end of them. */
const MOST_CHOICES = 12;

/** What a search found: ids of one page in order, and how many of the candidates each choice would find. */
export type Found = { total: number; page: string[] } & Partial<FacetCounts>;

/**
 * Finds, orders and counts in one statement.
 * @param facets what to count among what fits
 * @param page how many to name, and after how many; null where only counts are wanted
 */
export async function findCandidates(
  db: Database,
  question: Question,
  facets: readonly CountedFacet[],
  { cap, page }: { cap: number; page: { size: number; offset: number } | null },
): Promise<Found> {
  const counts = facets.map((facet) => sql`, (${countsOf(facet, question)}) as ${sql.identifier(facet)}`);
  const ids = page
    ? sql`array(select id from told order by ${orderOf(question.filters.sort)}, created_at desc, id limit ${page.size} offset ${page.offset})`
    : sql`array[]::uuid[]`;
  const { rows } = await db.execute<Found>(sql`
    with found as materialized (
      select ${listing.id}, ${listing.owner}, ${listing.kind}, ${listing.category}, ${listing.skills},
        ${listing.priceMinutes}, ${listing.remote}, ${listing.language}, ${listing.createdAt}, ${listing.search}
      from ${listing}
      where ${fits(question)}
      order by ${firstOf(question.filters.sort)}
      limit ${cap + 1}),
    told as materialized (
      select found.*, ${reputation.score} as score,
        case when ${record.ratingCount} > 0 then ${record.starSum}::float8 / ${record.ratingCount} end as stars,
        ${rankOf(question)} as rank
      from found
        left join ${reputation} on ${reputation.address} = found.owner
        left join chain.member as record on ${record.address} = found.owner)
    select (select count(*)::int from told) as total, ${ids} as page${sql.join(counts)}`);
  const [found] = rows;
  if (!found) throw new Error("A search answered no row.");
  return found;
}

/** Which are taken where more fit than are looked at; an index has them in this order. */
function firstOf(sort: Sort): SQL {
  const newest = sql`${desc(listing.createdAt)}, ${asc(listing.id)}`;
  if (sort === "cheapest") return sql`${asc(listing.priceMinutes)}, ${newest}`;
  if (sort === "dearest") return sql`${desc(listing.priceMinutes)}, ${newest}`;
  return newest;
}

function rankOf({ words, filters }: Question): SQL {
  if (filters.sort !== "relevance" || !words.any) return sql`0`;
  // Description, skills and category, title.
  return sql`ts_rank('{0.1, 0.15, 0.4, 1}', found.search, ${words.any}::tsquery)`;
}

function orderOf(sort: Sort): SQL {
  switch (sort) {
    case "relevance":
      return sql`rank desc`;
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

/** The counts of one facet as one object: choice → listings. */
function countsOf(facet: CountedFacet, { filters, ...onlooker }: Question): SQL {
  switch (facet) {
    case "kind":
      return grouped(sql`select kind::text as choice from told`);
    case "category":
      return grouped(sql`select category as choice from told`);
    case "language":
      return grouped(sql`select language as choice from told`);
    case "remote":
      return grouped(sql`select '1' as choice from told where remote`);
    case "skill":
      return sql`
        select coalesce(jsonb_object_agg(choice, n), '{}') from (
          select choice, count(*) as n from told, unnest(app.lower_words(skills)) as choice
          group by choice order by (choice = any(${sql.param(filters.skill)}::text[])) desc, n desc, choice limit ${MOST_CHOICES}
        ) as counted`;
    case "price":
      return grouped(
        sql.join(
          PRICE_RANGES.map(
            ({ key, min, max }) =>
              sql`select ${key} as choice from told where price_minutes between ${min ?? 0} and ${max ?? 1_000_000}`,
          ),
          sql` union all `,
        ),
      );
    case "rating":
      return grouped(
        sql`select choice::text from told, unnest(${sql.param([...STARS])}::int[]) as choice where stars >= choice`,
      );
    case "reputation":
      return grouped(
        sql`select choice::text from told, unnest(${sql.param([...SCORES])}::int[]) as choice where score >= choice`,
      );
    case "free":
      return freeCounts(filters.free, onlooker);
  }
}

const grouped = (choices: SQL): SQL =>
  sql`select coalesce(jsonb_object_agg(choice, n), '{}') from (select choice, count(*) as n from (${choices}) as chosen group by choice) as counted`;

function freeCounts(free: string | null, onlooker: Pick<Question, "now" | "timeZone">): SQL {
  const days = countedDays(free).map((day) => ({ day, ...freeWindow(day, onlooker) }));
  const last = days.reduce((latest, { to }) => (to > latest ? to : latest), onlooker.now);
  const choices = sql.join(
    days.map(({ day, from, to }) => sql`(${day}, ${from}::timestamptz, ${to}::timestamptz)`),
    sql`, `,
  );
  return sql`
    select coalesce(jsonb_object_agg(choice, n), '{}') from (
      select choice, count(*) as n
      from (
        select distinct days.choice, free.member
        from ${freeTime} as free join (values ${choices}) as days (choice, begins, ends)
          on free.starts_at < days.ends and free.ends_at > days.begins
        where free.starts_at < ${last} and free.member in (select owner from told)) as open
      join told on told.owner = open.member
      group by choice) as counted`;
}
