import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";

/** The newest listings and profiles are looked through, so many of each: what is asked with every key stays quick. */
const MOST_LOOKED_AT = 20_000;

const MOST_SUGGESTED = 8;

/**
 * Skills as members write them, of which a word begins with what is typed: those that begin with it first, then those
 * most often named, each in its most frequent spelling. Case and accents make no difference.
 */
export async function suggestSkills(db: Database, typed: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    with named as (
      select unnest(skills) as name from (
        select skills from ${listing} where status = 'published' order by created_at desc, id limit ${MOST_LOOKED_AT}
      ) as listed
      union all
      select unnest(skills) from (
        select skills from ${member} order by created_at desc limit ${MOST_LOOKED_AT}
      ) as joined),
    typed as (select app.fold(${typed}) as said),
    found as (
      select app.fold(name) as folded, name from named, typed
      where starts_with(app.fold(name), said) or strpos(app.fold(name), ' ' || said) > 0)
    select mode() within group (order by name) as name
    from found, typed
    group by folded, said
    order by starts_with(folded, said) desc, count(*) desc, folded
    limit ${MOST_SUGGESTED}`);
  return rows.map(({ name }) => name);
}
