import { sql } from "drizzle-orm";
import { createFamily } from "../processes/family.ts";
import { createChainTables } from "../postgres/chain-tables.ts";
import { ensureDatabase } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { connect, type Database } from "#web/db/client.ts";
import { migrate } from "#web/db/migrate.ts";
import { parseFilters } from "#web/features/directory/filters.ts";
import { searchDirectory } from "#web/features/directory/queries.ts";

const MEMBERS = 10_000;
const ROUNDS = 50;

/** What people ask of the directory: all of it, words, one skill, a language and a score, a town, a page far back. */
const QUESTIONS = {
  all: {},
  words: { q: "member 77" },
  skill: { skill: "skill 7" },
  score: { language: "es", score: "80" },
  town: { place: "town3", sort: "newest" },
  far: { page: "40", sort: "deals" },
};

/** How long the directory takes among ten thousand members: the page and every count beside its filters. */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-directory-${process.pid}`;
  const family = createFamily((_, line) => console.error(line));
  try {
    const url = (await startPostgres(family, { name, durable: false })).url("directory");
    await ensureDatabase(url);
    await migrate(url);
    const { db, pool } = connect(url);
    try {
      await createChainTables(db);
      await writeMembers(db);
      return await measure(db);
    } finally {
      await pool.end();
    }
  } finally {
    await family.end();
    await removePostgresData(name);
  }
}

async function measure(db: Database): Promise<Record<string, number>> {
  const figures: Record<string, number> = { members: MEMBERS };
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await searchDirectory(db, parseFilters(question), null);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    figures[`${name}P50Ms`] = round(times[ROUNDS / 2]);
    figures[`${name}P99Ms`] = round(times[ROUNDS - 1]);
  }
  return figures;
}

const round = (ms = 0): number => Math.round(ms * 10) / 10;

async function writeMembers(db: Database): Promise<void> {
  await db.execute(sql`
    insert into app.member (address, handle, handle_key, display_name, bio, skills, languages, place, arbiter, created_at)
    select '0x' || lpad(to_hex(n), 40, '0'), 'm' || n, 'm' || n, 'Member ' || n, repeat('gives time ', 20),
      array['skill ' || n % 300, 'skill ' || n * 7 % 300], case when n % 3 = 0 then '{de,en}'::text[] else '{es}'::text[] end,
      'Town' || n % 80 || ', Quarter ' || n % 9, n % 40 = 0, now() - n * interval '1 minute'
    from generate_series(1, ${MEMBERS}::int) n`);
  await db.execute(sql`
    insert into chain.reputation (address, score, as_of, version)
    select address, abs(hashtext(address)) % 101, 1, 1 from app.member where abs(hashtext(address)) % 3 > 0`);
  // The indexer's tables have their keys; those made here do not.
  await db.execute(sql`create index on chain.reputation (address)`);
  await db.execute(sql`create index on chain.member (address)`);
  await db.execute(sql`vacuum analyze app.member`);
  await db.execute(sql`analyze chain.reputation`);
}
