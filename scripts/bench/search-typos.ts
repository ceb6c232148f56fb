import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { readQuery } from "#web/features/lexicon/read-query.ts";
import { findCandidates } from "#web/features/market/candidates.ts";
import { parseFilters } from "#web/features/market/filters.ts";
import { createSeeded } from "../trial/seeded.ts";
import type { Vocabulary } from "./search-seed.ts";

const WORDS = 15;
const PAGE = 24;
const CAP = 2_000;

/**
 * A misspelt word answered with a page of listings, in milliseconds at the median: by the lexicon and the index of words,
 * and by the likeness of trigrams over every published title and skill.
 */
export async function compareTypos(
  db: Database,
  vocabulary: Vocabulary,
): Promise<{ lexiconMs: number; trigramMs: number }> {
  const { pick, between } = createSeeded(5);
  const lexicon: number[] = [];
  const trigram: number[] = [];
  while (trigram.length < WORDS) {
    const word = vocabulary.draw(pick(vocabulary.languages));
    if (word.length < 7) continue;
    const at = between(2, word.length - 3);
    const wrong = word.slice(0, at) + word.slice(at + 1);
    lexicon.push(await timed(() => byLexicon(db, wrong)));
    trigram.push(await timed(() => byTrigram(db, wrong)));
  }
  return { lexiconMs: median(lexicon), trigramMs: median(trigram) };
}

async function byLexicon(db: Database, word: string): Promise<unknown> {
  const words = await readQuery(db, word, false);
  const question = { filters: parseFilters({ q: word }), words, viewer: null, now: new Date(), timeZone: "UTC" };
  return findCandidates(db, question, [{ without: null, counts: [] }], { cap: CAP, page: { size: PAGE, offset: 0 } });
}

function byTrigram(db: Database, word: string): Promise<unknown> {
  const said = sql`app.fold(${listing.title} || ' ' || app.join_words(${listing.skills}))`;
  return db.execute(sql`
    select id from ${listing}
    where ${listing.status} = 'published' and word_similarity(app.fold(${word}), ${said}) >= 0.5
    order by word_similarity(app.fold(${word}), ${said}) desc limit ${PAGE}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
