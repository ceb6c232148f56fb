import { sql } from "drizzle-orm";
import { forgivenTypos, typosBetween } from "#domain/typos.ts";
import type { Database } from "#web/db/client.ts";
import { lexicon } from "#web/db/schema/lexicon.ts";
import { readWritten } from "#web/features/lexicon/written-as.ts";

/** Words looked at for one misspelt one, the most frequent first. */
const MOST_CANDIDATES = 400;

type Candidate = { wrong: string; word: string; listings: number };

/**
 * What misspelt words can have meant: of the words listings say the one with the fewest typos between, of those the most
 * frequent.
 * @param words folded; what is meant is another word than each of them
 * @returns by each misspelt word the right one, as it is mostly written; a word that is like none is missing
 */
export async function correctWords(db: Database, words: readonly string[]): Promise<Map<string, string>> {
  const wrong = words.filter((word) => forgivenTypos(word) > 0);
  if (wrong.length === 0) return new Map();
  const { rows } = await db.execute<Candidate>(sql`
    select wrong, candidate.word, candidate.listings
    from unnest(${sql.param(wrong)}::text[]) as wrong, lateral (
      select word, listings from ${lexicon}
      where word <> wrong and spellings && app.spellings(wrong) and abs(length(word) - length(wrong)) <= 2
      order by listings desc limit ${MOST_CANDIDATES}) as candidate`);
  const right = wrong.flatMap((word) => {
    const best = nearest(
      word,
      rows.filter((row) => row.wrong === word),
    );
    return best === null ? [] : [[word, best] as const];
  });
  const written = await readWritten(
    db,
    right.map(([, word]) => word),
  );
  return new Map(right.map(([word, best]) => [word, written.get(best) ?? best]));
}

function nearest(word: string, candidates: readonly Candidate[]): string | null {
  let best: Candidate | null = null;
  let fewest = forgivenTypos(word) + 1;
  // The more frequent come first: a later one must be nearer.
  for (const candidate of candidates) {
    const typos = typosBetween(word, candidate.word, fewest - 1);
    if (typos >= fewest) continue;
    best = candidate;
    fewest = typos;
  }
  return best?.word ?? null;
}
