import { deployOnFreshChain } from "#scripts/chain/deploy.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { seedChain } from "#scripts/demo/chain.ts";
import { DAY, HISTORY_DAYS } from "#scripts/demo/moment.ts";
import type { DemoContracts } from "#scripts/demo/transaction.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";

/** A node of its own on which the demo community has lived its sixty days. */
export interface DemoChain {
  rpcUrl: string;
  contracts: DemoContracts;
  stop: () => Promise<void>;
}

/** Starts a node sixty days before `now` (unix seconds), deploys the system and plays the story on it. */
export async function startDemoChain(now: number): Promise<DemoChain> {
  const family = createFamily(() => undefined);
  try {
    const startsAt = new Date((now - HISTORY_DAYS * DAY) * 1_000);
    const rpcUrl = await startLocalNode(family, { port: await freePort(), startsAt });
    const contracts = await deployOnFreshChain(rpcUrl);
    await seedChain({ rpcUrl, now, contracts });
    return { rpcUrl, contracts, stop: () => family.end() };
  } catch (error) {
    await family.end();
    throw error;
  }
}
