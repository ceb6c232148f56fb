import { inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { lexicon, lexiconForm } from "#web/db/schema/lexicon.ts";

/**
 * A word of the lexicon as most listings that say it write it: with its accents, where they do.
 * @param said what the lexicon's row is called in the query
 */
export const writtenAs = (said: SQL): SQL<string> => sql`coalesce((
  select case when max(listings) >= ${said}.listings - sum(listings) then (array_agg(form order by listings desc, form))[1] end
  from ${lexiconForm} as written where written.word = ${said}.word), ${said}.word)`;

/** @returns by each folded word, which some listing says, how most listings write it */
export async function readWritten(db: Database, words: readonly string[]): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const { rows } = await db.execute<{ word: string; written: string }>(sql`
    select word, ${writtenAs(sql`said`)} as written from ${lexicon} as said
    where ${inArray(sql`said.word`, [...words])}`);
  return new Map(rows.map(({ word, written }) => [word, written]));
}
