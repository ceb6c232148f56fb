import { sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { addSeconds } from "#web/lib/clock.ts";

/** Two who find no common hour in the next month do not wait for the one after. */
const AHEAD_SECONDS = 30 * 86_400;

type Pair = { a: Address; b: Address };

/**
 * The longest stretch of time two members both have free in the next thirty days.
 * @returns for each pair, in order: minutes, 0 where there is none; null where one of them keeps no hours
 */
export async function readCommonMinutes(db: Database, pairs: readonly Pair[], now: Date): Promise<(number | null)[]> {
  if (pairs.length === 0) return [];
  const all = (side: keyof Pair) => sql.param(pairs.map((pair) => pair[side]));
  const { rows } = await db.execute<{ minutes: number | null }>(sql`
    select case when kept.both then coalesce(common.minutes, 0) end as minutes
    from unnest(${all("a")}::text[], ${all("b")}::text[]) with ordinality as pair (a, b, place)
    cross join lateral (
      select count(*) = 2 as both from app.availability where member in (pair.a, pair.b)
    ) as kept
    left join lateral (
      select floor(max(extract(epoch from least(x.ends_at, y.ends_at) - greatest(x.starts_at, y.starts_at, ${now}))) / 60)::int as minutes
      from app.free_time x
      join app.free_time y on y.member = pair.b and y.starts_at < x.ends_at and y.ends_at > x.starts_at
      where kept.both and x.member = pair.a and x.ends_at > ${now} and y.ends_at > ${now}
        and x.starts_at < ${addSeconds(now, AHEAD_SECONDS)} and y.starts_at < ${addSeconds(now, AHEAD_SECONDS)}
    ) as common on true
    order by pair.place`);
  return rows.map(({ minutes }) => minutes);
}
