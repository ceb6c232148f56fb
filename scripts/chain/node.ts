import { childEnv } from "../env.ts";
import type { Family } from "../processes/family.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { bin, ROOT } from "../root.ts";
import { askChain } from "./rpc.ts";

export interface LocalNodeOptions {
  port: number;
  /** The first block's time; unset, now. */
  startsAt?: Date;
}

/** Where a chain started here listens. */
export const localUrl = (port: number): string => `http://127.0.0.1:${port}`;

/**
 * Starts a chain that lives as long as its process. Its clock starts at the given time and goes on with the wall's.
 * @returns its URL, once it answers
 * @throws Failure when it ends or does not answer within three minutes
 */
export async function startLocalNode(family: Family, { port, startsAt }: LocalNodeOptions): Promise<string> {
  const rpcUrl = localUrl(port);
  const clock = startsAt ? { CHAIN_STARTS_AT: startsAt.toISOString() } : undefined;
  await family.start(
    "chain",
    bin("hardhat"),
    ["node", "--network", "node", "--hostname", "127.0.0.1", "--port", String(port)],
    { cwd: ROOT, env: childEnv({ ...clock }) },
  );
  const answersCalls = async () => (await askChain(rpcUrl, "eth_chainId")) !== undefined;
  await waitUntil("The local chain", answersCalls, { signal: family.signal, timeoutMs: 180_000 });
  // It would print every call.
  await askChain(rpcUrl, "hardhat_setLoggingEnabled", [false]);
  return rpcUrl;
}
