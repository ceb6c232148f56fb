import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { lexicon, lexiconChange, lexiconForm } from "#web/db/schema/lexicon.ts";

/** Any number that no other lock of this database uses. */
const LEXICON_LOCK = 7_204_002;

/**
 * Counts into the lexicon what listings have changed since the last time. It may run twice at once, or stop half way:
 * each change is taken away with the same transaction that counts it.
 */
export async function countWords(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LEXICON_LOCK})`);
    await tx.execute(sql`
      with taken as (delete from ${lexiconChange} returning word, form, delta),
      written as (
        insert into ${lexiconForm} (word, form, listings)
          select word, form, sum(delta) from taken where form is not null group by word, form having sum(delta) <> 0
        on conflict (word, form) do update set listings = ${lexiconForm.listings} + excluded.listings)
      insert into ${lexicon} (word, listings)
        select word, sum(delta) from taken where form is null group by word having sum(delta) <> 0
      on conflict (word) do update set listings = ${lexicon.listings} + excluded.listings`);
    await tx.execute(sql`delete from ${lexicon} where ${lexicon.listings} = 0`);
    await tx.execute(sql`delete from ${lexiconForm} where ${lexiconForm.listings} = 0`);
  });
}
