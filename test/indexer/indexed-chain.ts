import { Pool } from "pg";
import { ponderArguments, ponderEnv } from "#scripts/indexer/ponder.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { waitUntil } from "#scripts/processes/wait-until.ts";
import { ROOT } from "#scripts/root.ts";
import { startTestChain } from "#test/support/chain.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { openWorld, type World } from "./scenario/world.ts";

/** Ample for a first start on a busy machine. */
const PATIENCE_MS = 180_000;

/** A fresh chain with the system deployed, a database, and indexers on demand; all of it real. */
export type IndexedChain = {
  world: World;
  rpcUrl: string;
  databaseUrl: string;
  /** Reads the database. */
  pool: Pool;
  /** Starts Ponder, writing to `schema`, with its views in `views`. */
  startIndexer(schema: string, views: string): Promise<void>;
  /** Waits until `views` has the chain as far as it goes now, or further. */
  untilIndexed(views: string): Promise<void>;
  /** Ends every process and drops the database. */
  end(): Promise<void>;
};

/** @param startsAt when the chain's clock begins; now, unless given */
export async function startIndexedChain(startsAt?: Date): Promise<IndexedChain> {
  const [{ rpcUrl, contracts, stop }, database] = await Promise.all([startTestChain(startsAt), createTestDatabase()]);
  const family = createFamily(() => undefined);
  const world = openWorld(rpcUrl, contracts);
  const pool = new Pool({ connectionString: database.url });
  pool.on("error", () => undefined);

  async function startIndexer(schema: string, views: string): Promise<void> {
    const args = [...ponderArguments(schema, await freePort()), "--views-schema", views];
    await family.start("indexer", process.execPath, args, {
      cwd: ROOT,
      env: ponderEnv({ RPC_URL: rpcUrl, DATABASE_URL: database.url }),
    });
  }

  async function untilIndexed(views: string): Promise<void> {
    const newest = await world.client.getBlock();
    const select = `select block::float8 as block, hash from "${views}".head where block >= ${newest.number}`;
    const isIndexed = async () => {
      const [head] = (await pool.query<{ block: number; hash: string }>(select)).rows;
      if (!head) return false;
      // A head as high may be of blocks that the chain has dropped.
      const onChain = await world.client.getBlock({ blockNumber: BigInt(head.block) }).catch(() => null);
      return onChain?.hash === head.hash;
    };
    const patience = { signal: family.signal, timeoutMs: PATIENCE_MS };
    await waitUntil(`Block ${newest.number} in the index`, isIndexed, patience);
  }

  async function end(): Promise<void> {
    await family.end();
    await pool.end();
    await database.drop();
    await world.close();
    await stop();
  }

  return { world, rpcUrl, databaseUrl: database.url, pool, startIndexer, untilIndexed, end };
}
