import { askChain } from "../chain/rpc.ts";
import { childEnv } from "../env.ts";
import { withClient } from "../postgres/database.ts";
import type { Family } from "../processes/family.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { ROOT, SOONER } from "../root.ts";

/** Starts the indexer's supervisor, which keeps Ponder running and its index equal to the chain. */
export async function startIndexer(family: Family, env: Record<string, string>): Promise<void> {
  await family.start("indexer", process.execPath, [SOONER, "scripts/indexer/main.ts"], {
    cwd: ROOT,
    env: childEnv(env),
  });
}

export interface IndexPlace {
  databaseUrl: string;
  rpcUrl: string;
}

/** Waits until the index's head is at least the chain's head of the moment this began. */
export async function waitForIndex(family: Family, { databaseUrl, rpcUrl }: IndexPlace): Promise<void> {
  const head = BigInt((await askChain(rpcUrl, "eth_blockNumber")) as string);
  const caughtUp = async () => (await indexedHead(databaseUrl)) >= head;
  await waitUntil("The indexer", caughtUp, { signal: family.signal, timeoutMs: 180_000, everyMs: 50 });
}

/** The newest block in the index; it answers -1 while there is none. */
function indexedHead(databaseUrl: string): Promise<bigint> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ block: string }>("select block from chain.head");
    return BigInt(rows[0]?.block ?? -1);
  });
}
