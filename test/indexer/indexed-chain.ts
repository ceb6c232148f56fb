import { Pool } from "pg";
import { deployOnFreshChain } from "#scripts/chain/deploy.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { childEnv } from "#scripts/env.ts";
import { ensureDatabase } from "#scripts/postgres/database.ts";
import { removePostgresData, startPostgres } from "#scripts/postgres/server.ts";
import { createFamily, type Child } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { waitUntil } from "#scripts/processes/wait-until.ts";
import { bin, ROOT } from "#scripts/root.ts";
import { openWorld, type World } from "./scenario/world.ts";

/** A fresh chain with the system deployed, a database, and indexers on demand; all of it real. */
export type IndexedChain = {
  world: World;
  rpcUrl: string;
  databaseUrl: string;
  /** Reads the database. */
  pool: Pool;
  /**
   * Starts Ponder on the chain.
   * @param name of the schema it writes; the views are in `views`
   */
  startIndexer(name: string, views?: string): Promise<Child>;
  /** Waits until `views` has the block that is the chain's newest now. */
  untilIndexed(views?: string): Promise<void>;
  /** Ends every process and removes the data. */
  end(): Promise<void>;
};

/** @param name tells this run's data from that of others at the same time */
export async function startIndexedChain(name: string): Promise<IndexedChain> {
  const family = createFamily(() => undefined);
  const rpcUrl = await startLocalNode(family, { port: await freePort() });
  const [contracts, server] = await Promise.all([
    deployOnFreshChain(rpcUrl),
    startPostgres(family, { name, durable: false }),
  ]);
  const databaseUrl = server.url("index");
  await ensureDatabase(databaseUrl);
  const pool = new Pool({ connectionString: databaseUrl });
  pool.on("error", () => undefined);
  const world = openWorld(rpcUrl, contracts);

  async function startIndexer(schema: string, views = "chain"): Promise<Child> {
    const port = String(await freePort());
    const args = ["start", "--root", "indexer", "--schema", schema, "--views-schema", views];
    return family.start("indexer", bin("ponder"), [...args, "-H", "127.0.0.1", "-p", port, "--log-level", "warn"], {
      cwd: ROOT,
      env: childEnv({ RPC_URL: rpcUrl, DATABASE_URL: databaseUrl }),
    });
  }

  async function untilIndexed(views = "chain"): Promise<void> {
    const newest = await world.client.getBlock();
    const select = `select 1 from "${views}".head where block >= ${newest.number}`;
    const isIndexed = async () => (await pool.query(select)).rowCount === 1;
    await waitUntil(`Block ${newest.number} in the index`, isIndexed, { signal: family.signal });
  }

  async function end(): Promise<void> {
    await pool.end();
    await world.close();
    await family.end();
    await removePostgresData(name);
  }

  return { world, rpcUrl, databaseUrl, pool, startIndexer, untilIndexed, end };
}
