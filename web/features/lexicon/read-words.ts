import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { lexicon } from "#web/db/schema/lexicon.ts";

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

/** Forms of one word begin alike: so many words with its stem's beginning are looked at. */
const MOST_FORMS = 60;

/** Folds words as typed, and looks each up in the lexicon. */
export async function readWords(db: Database, typed: readonly string[]): Promise<ReadWord[]> {
  const { rows } = await db.execute<ReadWord>(sql`
    select (typed.place - 1)::int as of, word,
      array_remove(array_remove(stems, ''), word) as stems,
      '' = any(stems) as filler,
      exists (select from ${lexicon} as said where said.word >= read.word and said.word < read.word || ${PAST_ALL})
        or exists (
          select from unnest(stems) as stem, lateral (
            select said.word from ${lexicon} as said
            where length(stem) > 2 and said.word >= stem and said.word < stem || ${PAST_ALL}
            limit ${MOST_FORMS}) as form
          where app.stems(form.word) && array_remove(stems, '')
        ) as known
    from unnest(${sql.param([...typed])}::text[]) with ordinality as typed(text, place),
      unnest(string_to_array(app.plain(typed.text), ' ')) with ordinality as read(word, position),
      app.stems(word) as stems
    where word <> ''
    order by typed.place, read.position`);
  return rows;
}
