import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { connect } from "#web/db/client.ts";
import { migrate } from "#web/db/migrate.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { parseFilters } from "#web/features/market/filters.ts";
import { searchMarket } from "#web/features/market/queries.ts";
import { suggestFor } from "#web/features/market/suggest.ts";
import { createChainTables } from "../postgres/chain-tables.ts";
import { ensureDatabase, withClient } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily } from "../processes/family.ts";
import { createSeeded } from "../trial/seeded.ts";
import { searchesAsked } from "./search-asked.ts";
import { compareTypos } from "./search-typos.ts";
import { createVocabulary, seedMarket, type Vocabulary } from "./search-seed.ts";
import { recordStatements, replay, type Statement } from "./search-replay.ts";

const LISTINGS = 100_000;
const SEARCHES = 400;
const WARM_UP = 40;
const CLIENTS = 4;
const NOW = new Date("2026-11-22T09:00:00Z");
const ONLOOKER = { viewer: null, now: NOW, timeZone: "UTC" };

/**
 * How fast the market answers on 100,000 listings, by the same function its page calls: words and beginnings of words,
 * some of them misspelt, with up to three facets, and what the field suggests meanwhile. Beside it the very statements
 * it sent, over plain pg; and a misspelt word put right by the lexicon, beside the same by trigrams over the table.
 */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-search-${process.pid}`;
  const family = createFamily((_, line) => console.error(line));
  try {
    const server = await startPostgres(family, { name, durable: true });
    const databaseUrl = server.url("timetoken");
    await ensureDatabase(databaseUrl);
    await migrate(databaseUrl);
    const vocabulary = createVocabulary(createSeeded(3));
    await seed(databaseUrl, vocabulary);
    return await measure(databaseUrl, vocabulary);
  } finally {
    await family.end();
    await removePostgresData(name);
  }
}

async function seed(databaseUrl: string, vocabulary: Vocabulary): Promise<void> {
  const { db, pool } = connect(databaseUrl);
  await createChainTables(db);
  await withClient(databaseUrl, (client) => seedMarket(client, vocabulary, LISTINGS, NOW));
  await countWords(db);
  await pool.end();
  await withClient(databaseUrl, (client) => client.query("vacuum analyze"));
}

async function measure(databaseUrl: string, vocabulary: Vocabulary): Promise<Record<string, number>> {
  const asked = searchesAsked(vocabulary, SEARCHES);
  const { db, pool } = connect(databaseUrl);
  const plain = new Pool({ connectionString: databaseUrl, options: "-c search_path=chain,app,public", max: 10 });
  const search = (parameters: Record<string, string>) => searchMarket(db, parseFilters(parameters), ONLOOKER);

  const statements: Statement[][][] = [];
  for (const parameters of asked)
    statements.push(
      await recordStatements((logger) => searchMarket(drizzle(pool, { logger }), parseFilters(parameters), ONLOOKER)),
    );
  for (const sent of statements.slice(0, WARM_UP)) await replay(plain, sent);

  const api: number[] = [];
  const sql: number[] = [];
  // Side by side, so that whatever else the machine does falls on both.
  for (const [index, parameters] of asked.entries()) {
    api.push(await timed(() => search(parameters)));
    sql.push(await timed(() => replay(plain, statements[index] ?? [])));
  }
  const suggested: number[] = [];
  for (const { q = "" } of asked.filter((parameters) => (parameters.q ?? "").length > 1))
    suggested.push(await timed(() => suggestFor(db, q.slice(0, Math.max(2, q.length - 3)), null)));
  const typos = await compareTypos(db, vocabulary);
  const seconds = (await timed(() => together(asked, search))) / 1_000;
  await Promise.all([pool.end(), plain.end()]);
  return {
    p50Ms: rounded(quantile(api, 0.5)),
    p99Ms: rounded(quantile(api, 0.99)),
    p99VsSql: rounded(quantile(api, 0.99) / quantile(sql, 0.99)),
    typoVsTrigram: rounded(typos.trigramMs / typos.lexiconMs),
    qps: Math.round(asked.length / seconds),
    sqlP50Ms: rounded(quantile(sql, 0.5)),
    sqlP99Ms: rounded(quantile(sql, 0.99)),
    suggestP50Ms: rounded(quantile(suggested, 0.5)),
    suggestP99Ms: rounded(quantile(suggested, 0.99)),
    lexiconMs: rounded(typos.lexiconMs),
    trigramMs: rounded(typos.trigramMs),
    listings: LISTINGS,
    searches: asked.length,
  };
}

/** Everything that is asked, by several at once. */
async function together(
  asked: readonly Record<string, string>[],
  search: (parameters: Record<string, string>) => Promise<unknown>,
) {
  const left = [...asked];
  const client = async () => {
    for (let next = left.pop(); next; next = left.pop()) await search(next);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const rounded = (value: number): number => Number(value.toFixed(2));
