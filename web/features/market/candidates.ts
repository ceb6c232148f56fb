import { and, type SQL, sql } from "drizzle-orm";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { onEarth } from "#web/db/schema/on-earth.ts";
import { choicesOf, isSought, type Question, record } from "#web/features/market/conditions.ts";
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

/** One look at the market: with everything that is chosen, or with all but one facet; and what is counted in it. */
export type View = { without: CountedFacet | null; counts: readonly CountedFacet[] };

/** What a search found: how many in each view, ids of one page of the first in order, and how many each choice would find. */
export type Found = { totals: number[]; page: string[] } & Partial<FacetCounts>;

/** How many to look at; how many of them to name, and after how many, or null where only counts are wanted. */
type Extent = { cap: number; page: { size: number; offset: number } | null };

/** Finds, orders and counts. No facet is counted in two views. */
export async function findCandidates(
  db: Database,
  question: Question,
  views: readonly [View, ...View[]],
  { cap, page }: Extent,
): Promise<Found> {
  // What says the words is read once for all views. An index of everything is read by each, no further than it needs.
  const [first, ...others] = views;
  const asked = question.words.all
    ? [candidatesOf(question, views, { cap, page })]
    : [
        candidatesOf(question, [first], { cap, page }),
        ...others.map((view) => candidatesOf(question, [view], { cap, page: null })),
      ];
  const answers = await Promise.all(asked.map((statement) => db.execute<Found>(statement)));
  const found = answers.flatMap(({ rows }) => rows);
  return Object.assign({}, ...found.toReversed(), { totals: found.flatMap(({ totals }) => totals) }) as Found;
}

/** How many fit, as far as is looked. */
export async function countFitting(db: Database, question: Question, cap: number): Promise<number> {
  const { totals } = await findCandidates(db, question, [{ without: null, counts: [] }], { cap, page: null });
  return Math.min(totals[0] ?? 0, cap);
}

/** The statement that looks at the market: one row, a `Found`. */
export function candidatesOf(question: Question, views: readonly View[], { cap, page }: Extent): SQL {
  const looks = views.map((view, index) => ({
    ...view,
    found: sql.identifier(`found_${index}`),
    told: sql.identifier(`told_${index}`),
    more: tellMore(question, view.counts, page !== null && index === 0),
    // Where nothing but their number is asked, it does not matter which they are.
    order: page === null && view.counts.length === 0 ? sql`` : sql`order by ${firstOf(question)}`,
  }));
  const steps = looks.map(
    ({ without, found, told, more, order }) => sql`
      ${found} as materialized (
        select * from (${fittingBut(without, question)}) as found ${order} limit ${cap + 1}),
      ${told} as materialized (select found.*${more.columns} from ${found} as found${more.joins})`,
  );
  const totals = looks.map(({ told }) => sql`(select count(*)::int from ${told})`);
  const counts = looks.flatMap(({ counts: facets, told }) =>
    facets.map((facet) => sql`, (${countsOf(facet, question, told)}) as ${sql.identifier(facet)}`),
  );
  const ids = page
    ? sql`array(select id from told_0 order by ${orderOf(question)}, created_at desc, id limit ${page.size} offset ${page.offset})`
    : sql`array[]::uuid[]`;
  return sql`
    with ${question.words.all ? sql`${saying(question)}, ` : sql``}${sql.join(steps, sql`, `)}
    select array[${sql.join(totals, sql`, `)}] as totals, ${ids} as page${sql.join(counts)}`;
}

/** What of a listing is carried along: no more than an index holds. */
const NARROW = sql`${listing.id}, ${listing.owner}, ${listing.kind}, ${listing.category}, ${listing.priceMinutes},
  ${listing.remote}, ${listing.language}, ${listing.latitude}, ${listing.longitude}, ${listing.createdAt}`;

/** All that say the words, by their index and before anything is put in order, and which choices each is within. */
function saying(question: Question): SQL {
  const choices = [...choicesOf(question)].map(([facet, choice]) => sql`, ${choice} as ${isOf(facet)}`);
  return sql`said as materialized (select ${NARROW}${sql.join(choices)} from ${listing} where ${isSought(question)})`;
}

const isOf = (facet: CountedFacet) => sql.identifier(`is_${facet}`);

/** What fits all that is chosen but one facet. */
function fittingBut(without: CountedFacet | null, question: Question): SQL {
  const kept = [...choicesOf(question)].filter(([facet]) => facet !== without);
  if (question.words.all) {
    const choices = kept.map(([facet]) => sql` and ${isOf(facet)}`);
    return sql`select * from said where true${sql.join(choices)}`;
  }
  return sql`select ${NARROW} from ${listing} where ${and(isSought(question), ...kept.map(([, choice]) => choice))}`;
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
