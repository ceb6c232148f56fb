import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { freeTime } from "#web/db/schema/free-time.ts";
import type { Question } from "#web/features/market/conditions.ts";
import { type CountedFacet, countedDays, PRICE_RANGES, SCORES, STARS, WITHIN } from "#web/features/market/facets.ts";
import { freeWindow } from "#web/features/market/free-window.ts";

/** Choices shown of a facet that has no end of them. */
const MOST_CHOICES = 12;

/**
 * The counts of one facet as one object: choice → listings.
 * @param told what the candidates are called that are counted
 */
export function countsOf(facet: CountedFacet, { filters, ...onlooker }: Question, told: SQLWrapper): SQL {
  switch (facet) {
    case "kind":
      return grouped(sql`select kind::text as choice from ${told}`);
    case "category":
      // Each category by itself, and with each top one what is filed below it.
      return sql`
        with filed as (select category, count(*) as n from ${told} group by category)
        select coalesce(jsonb_object_agg(choice, n), '{}') from (
          select category as choice, n from filed where category like '%.%'
          union all select split_part(category, '.', 1), sum(n) from filed group by 1) as counted`;
    case "language":
      return grouped(sql`select language as choice from ${told}`);
    case "remote":
      return grouped(sql`select '1' as choice from ${told} where remote`);
    case "skill":
      return sql`
        select coalesce(jsonb_object_agg(choice, n), '{}') from (
          select lower(skill) as choice, count(*) as n from ${told}, unnest(skills) as skill
          group by 1 order by (lower(skill) = any(${sql.param(filters.skill)}::text[])) desc, n desc, choice limit ${MOST_CHOICES}
        ) as counted`;
    case "price":
      return grouped(sql`select ${bandOf()} as choice from ${told}`);
    case "rating":
      return atLeast(STARS, sql`stars`, told);
    case "reputation":
      return atLeast(SCORES, sql`score`, told);
    case "distance":
      return filters.near ? atMost(WITHIN, sql`km`, told) : sql`'{}'::jsonb`;
    case "free":
      return freeCounts(filters.free, onlooker, told);
  }
}

const grouped = (choices: SQL): SQL =>
  sql`select coalesce(jsonb_object_agg(choice, n), '{}') from (select choice, count(*) as n from (${choices}) as chosen group by choice) as counted`;

/** The key of the range a price falls in. */
function bandOf(): SQL {
  const bands = PRICE_RANGES.map(({ key, max }) => sql`when price_minutes <= ${max ?? 1_000_000}::int then ${key}`);
  return sql`case ${sql.join(bands, sql` `)} end`;
}

const atLeast = (numbers: readonly number[], column: SQL, told: SQLWrapper) =>
  countEach(numbers, (least) => sql`${column} >= ${least}::int`, told);

const atMost = (numbers: readonly number[], column: SQL, told: SQLWrapper) =>
  countEach(numbers, (most) => sql`${column} <= ${most}::int`, told);

/** For each of some numbers, how many are as it says. */
function countEach(numbers: readonly number[], holds: (number: number) => SQL, told: SQLWrapper): SQL {
  const counts = numbers.map((number) => sql`${String(number)}::text, count(*) filter (where ${holds(number)})`);
  return sql`select jsonb_build_object(${sql.join(counts, sql`, `)}) from ${told}`;
}

/** Whose owner is free on each day: one look at all that begins before the last of the days ends. */
function freeCounts(free: string | null, onlooker: Pick<Question, "now" | "timeZone">, told: SQLWrapper): SQL {
  const days = countedDays(free).map((day) => ({ day, ...freeWindow(day, onlooker) }));
  const last = days.reduce((latest, { to }) => (to > latest ? to : latest), onlooker.now);
  const isOpen = days.map(
    ({ from, to }, index) =>
      sql`bool_or(free.starts_at < ${to}::timestamptz and free.ends_at > ${from}::timestamptz) as ${dayName(index)}`,
  );
  const counts = days.map(({ day }, index) => sql`${day}::text, count(*) filter (where ${dayName(index)})`);
  return sql`
    select jsonb_build_object(${sql.join(counts, sql`, `)})
    from ${told} join (
      select free.member, ${sql.join(isOpen, sql`, `)}
      from ${freeTime} as free
      where free.starts_at < ${last}::timestamptz and free.ends_at > ${onlooker.now}::timestamptz
        and free.member in (select owner from ${told})
      group by free.member) as open on open.member = ${told}.owner`;
}

const dayName = (index: number): SQL => sql.raw(`day_${index}`);
