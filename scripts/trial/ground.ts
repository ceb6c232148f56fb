import { escapeLiteral } from "pg";
import { LOCAL_CHAIN } from "../chain/local.ts";
import type { Deployment } from "../chain/deploy.ts";
import { deployOnFreshChain } from "../chain/fresh-deployment.ts";
import { startLocalNode } from "../chain/node.ts";
import { ensureDatabase, withClient } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily, type Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { startIndexer } from "../stack/indexer.ts";

export type GroundOptions = {
  /** Tells the ground's data apart from others'. */
  name: string;
  /** Stands between the indexer and the node. @returns the URL to use instead of the node's */
  between?: (rpcUrl: string) => Promise<string>;
  /** Where the tables' files are to be, if not beside the server's own. */
  databaseFolder?: string;
  /** Whether web's tables are to be there, too. */
  migrated?: boolean;
  log?: (name: string, line: string) => void;
};

/** A chain, a database and a supervised indexer of one's own, each of which can be struck. */
export type Ground = {
  rpcUrl: string;
  databaseUrl: string;
  contracts: Deployment;
  /** Strikes the database server with kill -9, and lets it start again on what it had written. */
  crashPostgres(): Promise<void>;
  /** Ends the chain, and begins another under the same chain id in its place. */
  restartChain(startsAt?: Date): Promise<void>;
  startIndexer(): Promise<void>;
  stopIndexer(): Promise<void>;
  end(): Promise<void>;
};

const DATABASE = "timetoken";

export async function prepareGround(options: GroundOptions): Promise<Ground> {
  const { name, between, databaseFolder, migrated = false, log = () => undefined } = options;
  const data = `${name}-${process.pid}`;
  const [postgresPort, chainPort] = [await freePort(), await freePort()];
  const families: Record<"postgres" | "chain" | "indexer", Family | null> = {
    postgres: null,
    chain: null,
    indexer: null,
  };

  async function openPostgres(): Promise<string> {
    families.postgres = createFamily(log);
    const server = await startPostgres(families.postgres, { name: data, durable: true, port: postgresPort });
    return server.url(DATABASE);
  }

  async function openChain(startsAt?: Date): Promise<Deployment> {
    families.chain = createFamily(log);
    const url = await startLocalNode(families.chain, { port: chainPort, ...(startsAt && { startsAt }) });
    return deployOnFreshChain(url);
  }

  async function close(part: keyof typeof families): Promise<void> {
    await families[part]?.end();
    families[part] = null;
  }

  async function end(): Promise<void> {
    for (const part of ["indexer", "chain", "postgres"] as const) await close(part);
    await removePostgresData(data);
  }

  try {
    const rpcUrl = `http://127.0.0.1:${chainPort}`;
    const [databaseUrl, contracts] = await Promise.all([openPostgres(), openChain()]);
    if (databaseFolder) await placeDatabase(databaseUrl, databaseFolder);
    await ensureDatabase(databaseUrl);
    if (migrated) await (await import("#web/db/migrate.ts")).migrate(databaseUrl);
    const seenByIndexer = between ? await between(rpcUrl) : rpcUrl;
    return {
      rpcUrl,
      databaseUrl,
      contracts,
      async crashPostgres() {
        process.kill(await postmasterOf(databaseUrl), "SIGKILL");
        await close("postgres");
        await openPostgres();
      },
      async restartChain(startsAt) {
        await close("chain");
        await openChain(startsAt);
      },
      async startIndexer() {
        families.indexer = createFamily(log);
        const env = { DATABASE_URL: databaseUrl, RPC_URL: seenByIndexer, CHAIN_ID: String(LOCAL_CHAIN.id) };
        await startIndexer(families.indexer, env);
      },
      stopIndexer: () => close("indexer"),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function postmasterOf(databaseUrl: string): Promise<number> {
  const line = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid";
  const { rows } = await withClient(databaseUrl, (client) => client.query<{ pid: number }>(line));
  const [server] = rows;
  if (!server) throw new Error("Postgres does not say which process it is.");
  return server.pid;
}

async function placeDatabase(databaseUrl: string, folder: string): Promise<void> {
  const maintenance = new URL(databaseUrl);
  maintenance.pathname = "/postgres";
  await withClient(maintenance.href, async (client) => {
    await client.query(`create tablespace elsewhere location ${escapeLiteral(folder)}`);
    await client.query(`create database ${DATABASE} tablespace elsewhere`);
  });
}
