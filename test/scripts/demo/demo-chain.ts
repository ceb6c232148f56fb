import hre from "hardhat";
import { seedChain } from "#scripts/demo/chain.ts";
import { DAY, HISTORY_DAYS } from "#scripts/demo/moment.ts";
import type { DemoContracts } from "#scripts/demo/transaction.ts";
import { deploySystem } from "#test/indexer/scenario/deploy.ts";

/** A node of its own on which the demo community has lived its sixty days. */
export interface DemoChain {
  rpcUrl: string;
  contracts: DemoContracts;
  transactions: number;
  stop: () => Promise<void>;
}

/** Starts a node sixty days before `now` (unix seconds), deploys the system and plays the story on it. */
export async function startDemoChain(now: number): Promise<DemoChain> {
  const initialDate = new Date((now - HISTORY_DAYS * DAY) * 1_000);
  const server = await hre.network.createServer({ network: "node", override: { initialDate } }, "127.0.0.1", 0);
  const { address, port } = await server.listen();
  const rpcUrl = `http://${address}:${port}`;
  const contracts = await deploySystem(rpcUrl);
  const transactions = await seedChain({ rpcUrl, now, contracts });
  return { rpcUrl, contracts, transactions, stop: () => server.close() };
}
