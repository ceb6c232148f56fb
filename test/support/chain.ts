import type { Deployment } from "#scripts/chain/deploy.ts";
import { deployOnFreshChain } from "#scripts/chain/fresh-deployment.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";

export interface TestChain {
  rpcUrl: string;
  contracts: Deployment;
  stop: () => Promise<void>;
}

/**
 * Starts a local chain on a free port, with the contracts deployed.
 * @param startsAt the first block's time; unset, now
 */
export async function startTestChain(startsAt?: Date): Promise<TestChain> {
  const family = createFamily(() => undefined);
  try {
    const rpcUrl = await startLocalNode(family, { port: await freePort(), ...(startsAt && { startsAt }) });
    return { rpcUrl, contracts: await deployOnFreshChain(rpcUrl), stop: () => family.end() };
  } catch (error) {
    await family.end();
    throw error;
  }
}
