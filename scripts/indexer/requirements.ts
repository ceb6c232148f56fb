import type { Client } from "pg";
import { askChain } from "../chain/rpc.ts";
import { Failure } from "../failure.ts";
import { requireContracts } from "../stack/contracts.ts";
import { recall } from "./memory.ts";

/**
 * Makes sure that the node is of the chain that was asked for, that the contracts stand on it, and that the database
 * holds no other chain's index. Nothing is changed.
 * @throws Failure saying in a sentence what is amiss
 */
export async function requireChain(rpcUrl: string, chainId: number): Promise<void> {
  const found = Number(
    await askChain(rpcUrl, "eth_chainId").catch((cause: unknown) => {
      throw new Failure(`No node answers at RPC_URL (${rpcUrl}).`, { cause });
    }),
  );
  if (found !== chainId)
    throw new Failure(`The node at RPC_URL is of chain ${found}, not ${chainId}: set CHAIN_ID, or another RPC_URL.`);
  await requireContracts(rpcUrl);
}

/** @throws Failure where the database holds the index of another chain */
export async function requireSameChain(client: Client, chainId: number): Promise<void> {
  const memory = await recall(client);
  if (memory && memory.chainId !== chainId)
    throw new Failure(
      `The database holds the index of chain ${memory.chainId}, not of ${chainId}: set CHAIN_ID, or another DATABASE_URL.`,
    );
}
