import { askChain } from "../chain/rpc.ts";
import { childEnv } from "../env.ts";
import { withClient } from "../postgres/database.ts";
import type { Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { bin, ROOT } from "../root.ts";
import { hashFolders } from "./source-hash.ts";

/**
 * Starts the indexer on a free port of the loopback, writing to a schema named by what it is made of.
 * @returns the port
 */
export async function startIndexer(family: Family, env: Record<string, string>): Promise<number> {
  const schema = `tt_${await hashFolders(["indexer", "domain"])}`;
  const port = await freePort();
  await family.start(
    "indexer",
    bin("ponder"),
    [
      ...["start", "--root", "indexer", "--schema", schema, "--views-schema", "chain"],
      ...["-H", "127.0.0.1", "-p", String(port), "--log-level", "warn"],
    ],
    { cwd: ROOT, env: childEnv(env) },
  );
  return port;
}

export interface IndexPlace {
  port: number;
  databaseUrl: string;
  rpcUrl: string;
}

/** Waits until the indexer is ready and its head is at least the chain's head of the moment this began. */
export async function waitForIndex(family: Family, { port, databaseUrl, rpcUrl }: IndexPlace): Promise<void> {
  const head = BigInt((await askChain(rpcUrl, "eth_blockNumber")) as string);
  const caughtUp = async () =>
    (await fetch(`http://127.0.0.1:${port}/ready`)).ok && (await indexedHead(databaseUrl)) >= head;
  await waitUntil("The indexer", caughtUp, { signal: family.signal, timeoutMs: 180_000, everyMs: 50 });
}

/** The newest block in the index; it answers -1 while there is none. */
function indexedHead(databaseUrl: string): Promise<bigint> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ block: string }>("select block from chain.head");
    return BigInt(rows[0]?.block ?? -1);
  });
}
