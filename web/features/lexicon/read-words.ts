import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { lexicon } from "#web/db/schema/lexicon.ts";
import { listing } from "#web/db/schema/listing.ts";

/** What one folded word can be met by. */
export type ReadWord = {
  /** Which of the words as typed it is of: one of a script without spaces is read character by character. */
  of: number;
  word: string;
  /** Its stems in the languages that have rules, other than itself. */
  stems: string[];
  /** Some language only puts it between the words that matter. */
  filler: boolean;
  /** Some listing says it, or a word that begins with it, or another form of it. */
  known: boolean;
};

/** The end of all words with one beginning, in the order of bytes. */
const PAST_ALL = "\u{10FFFF}";

/** Folds words as typed, and looks each up in the lexicon. */
export async function readWords(db: Database, typed: readonly string[]): Promise<ReadWord[]> {
  const { rows } = await db.execute<ReadWord>(sql`
    select (typed.place - 1)::int as of, word,
      array_remove(array_remove(stems, ''), word) as stems,
      '' = any(stems) as filler,
      exists (select from ${lexicon} as said where said.word >= read.word and said.word < read.word || ${PAST_ALL})
        or exists (
          select from ${listing}
          where ${listing.status} = 'published' and ${listing.search} @@ (
            select string_agg(quote_literal(stem), ' | ') from unnest(stems) as stem where stem <> '')::tsquery
        ) as known
    from unnest(${sql.param([...typed])}::text[]) with ordinality as typed(text, place),
      unnest(string_to_array(app.plain(typed.text), ' ')) with ordinality as read(word, position),
      app.word_stems(word) as stems
    where word <> ''
    order by typed.place, read.position`);
  return rows;
}
