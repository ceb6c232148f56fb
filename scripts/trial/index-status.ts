import type { IndexState } from "#domain/index-state.ts";
import { askChain } from "../chain/rpc.ts";
import { withClient } from "../postgres/database.ts";
import { waitUntil } from "../processes/wait-until.ts";
import type { Ground } from "./ground.ts";

/** What the supervisor tells of an index, as the pages read it. */
export type IndexStatus = { state: IndexState; shown: string | null; ponderPid: number; checkedAt: Date };

export async function readStatus(databaseUrl: string): Promise<IndexStatus> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<IndexStatus>(
      `select state, shown, ponder_pid as "ponderPid", checked_at as "checkedAt" from supervisor.status`,
    ),
  );
  const [status] = rows;
  if (!status) throw new Error("No supervisor has written a status.");
  return status;
}

type Head = { block: number; hash: string };

export async function indexHead(databaseUrl: string): Promise<Head | null> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<Head>("select block::float8 as block, hash from chain.head"),
  );
  return rows[0] ?? null;
}

export async function chainHead(rpcUrl: string): Promise<Head> {
  const { number, hash } = (await askChain(rpcUrl, "eth_getBlockByNumber", ["latest", false])) as {
    number: string;
    hash: string;
  };
  return { block: Number(number), hash };
}

const DEFAULT_MS = 90_000;

/**
 * Waits until the index has a block that was mined after this began, of the node's chain, and says that it is live.
 * @returns how long that took, in milliseconds
 * @throws Failure where it takes longer than it may
 */
export async function untilLive({ rpcUrl, databaseUrl }: Ground, timeoutMs = DEFAULT_MS): Promise<number> {
  const begun = performance.now();
  const asked = Date.now();
  await askChain(rpcUrl, "evm_mine");
  const { block } = await chainHead(rpcUrl);
  const isLive = async () => {
    const { state, checkedAt } = await readStatus(databaseUrl);
    if (state !== "live" || checkedAt.getTime() < asked) return false;
    const head = await indexHead(databaseUrl);
    return head !== null && head.block >= block && (await hashAt(rpcUrl, head.block)) === head.hash;
  };
  const patience = { signal: new AbortController().signal, timeoutMs, everyMs: 100 };
  await waitUntil("The index", isLive, patience);
  return Math.round(performance.now() - begun);
}

async function hashAt(rpcUrl: string, block: number): Promise<string | undefined> {
  const params = [`0x${block.toString(16)}`, false];
  return ((await askChain(rpcUrl, "eth_getBlockByNumber", params)) as { hash: string } | null)?.hash;
}
