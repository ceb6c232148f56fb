import { LOCAL_CHAIN } from "../chain/local.ts";
import { askChain } from "../chain/rpc.ts";
import { ensureDatabase, dropDatabase, withClient } from "../postgres/database.ts";
import { createFamily } from "../processes/family.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { startIndexer } from "../stack/indexer.ts";
import { describeDifferences } from "../verify/report.ts";
import { verify } from "../verify/verify.ts";
import type { Ground } from "./ground.ts";
import { chainHead, indexHead, untilLive } from "./index-status.ts";

const BLOCK_SECONDS = 2;

/**
 * Compares the index with a replay of the chain, value by value.
 * @returns what differs, a line each
 */
export async function differencesFromChain({ rpcUrl, databaseUrl }: Ground): Promise<string[]> {
  const progress = { show: () => undefined, done: () => undefined };
  const verdict = await verify({ rpcUrl, databaseUrl, progress });
  return verdict.differing === 0 ? [] : describeDifferences(verdict);
}

/**
 * Compares the index with another that is built from nothing, table by table, at the same block.
 * @returns the tables that differ
 */
export async function differencesFromFresh(ground: Ground): Promise<string[]> {
  const { rpcUrl, databaseUrl } = ground;
  const fresh = new URL(databaseUrl);
  fresh.pathname = "/fresh";
  const family = createFamily(() => undefined);
  await askChain(rpcUrl, "evm_setIntervalMining", [0]);
  try {
    await ensureDatabase(fresh.href);
    await startIndexer(family, { DATABASE_URL: fresh.href, RPC_URL: rpcUrl, CHAIN_ID: String(LOCAL_CHAIN.id) });
    await Promise.all([untilLive(ground), untilLive({ ...ground, databaseUrl: fresh.href })]);
    const { hash } = await chainHead(rpcUrl);
    const areBothThere = async () =>
      (await Promise.all([databaseUrl, fresh.href].map(indexHead))).every((head) => head?.hash === hash);
    const patience = { signal: family.signal, timeoutMs: 30_000, everyMs: 50 };
    await waitUntil("One block in both indexes", areBothThere, patience);
    const [ours, theirs] = await Promise.all([databaseUrl, fresh.href].map(fingerprints));
    return [...(theirs ?? [])].flatMap(([table, print]) => (ours?.get(table) === print ? [] : [table]));
  } finally {
    await family.end();
    await dropDatabase(fresh.href);
    await askChain(rpcUrl, "evm_setIntervalMining", [BLOCK_SECONDS * 1_000]);
  }
}

/** @returns md5 over all rows of each table of the index */
function fingerprints(databaseUrl: string): Promise<Map<string, string>> {
  return withClient(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'chain' and viewname not like '\\_ponder%'`,
    );
    const prints = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ print: string }>(
        `select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as print from chain."${name}" as row`,
      );
      prints.set(name, rows[0]?.print ?? "");
    }
    return prints;
  });
}
