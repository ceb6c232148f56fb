import { readEnv } from "../env.ts";
import { Failure, reportFailure } from "../failure.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { requireChain } from "./requirements.ts";
import { supervise } from "./supervise.ts";

/**
 * `npm run indexer`: keeps the index of one chain in one database until it is asked to end; see docs/operating.md.
 * Says in a sentence, and with exit code 1, why it cannot begin.
 */
async function run(signal: AbortSignal): Promise<void> {
  const { DATABASE_URL, RPC_URL = LOCAL_CHAIN.rpcUrl, CHAIN_ID = LOCAL_CHAIN.id } = readEnv();
  if (DATABASE_URL === undefined) throw new Failure("Set DATABASE_URL to the database that holds the index.");
  await requireChain(RPC_URL, CHAIN_ID);
  const log = (name: string, line: string) => console.log(`${name}: ${line}`);
  await supervise({ databaseUrl: DATABASE_URL, rpcUrl: RPC_URL, chainId: CHAIN_ID, log, signal });
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());

try {
  await run(stop.signal);
} catch (error) {
  reportFailure("indexer", error);
}
// Connections that are being closed need not be waited for.
process.exit();
