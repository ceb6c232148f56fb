import { expect } from "@playwright/test";
import { createPublicClient, defineChain, http, type Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { deployments } from "#domain/generated/deployments.ts";
import { askChain } from "#scripts/chain/rpc.ts";
import { LOCAL_CHAIN } from "#scripts/chain/local.ts";
import { query } from "./database.ts";
import { place } from "./place.ts";

export const contracts = deployments[LOCAL_CHAIN.id];

/** @returns how many tokens of an id somebody holds, as the contract itself answers */
export function balanceOf(holder: Address, tokenId: bigint): Promise<bigint> {
  return reader().readContract({
    address: contracts.token,
    abi: timeTokenAbi,
    functionName: "balanceOf",
    args: [holder, tokenId],
  });
}

/** Turns the chain's clock to a second, with a block at it, and waits until the index has that block. */
export async function turnClockTo(second: number): Promise<void> {
  await askChain(place().rpcUrl, "evm_setNextBlockTimestamp", [second]);
  await askChain(place().rpcUrl, "evm_mine");
  const indexed = () => query<{ timestamp: number }>("select timestamp::int from chain.head");
  await expect.poll(async () => (await indexed())[0]?.timestamp ?? 0).toBeGreaterThanOrEqual(second);
}

function reader() {
  const { rpcUrl } = place();
  const chain = defineChain({
    id: LOCAL_CHAIN.id,
    name: "local",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  return createPublicClient({ chain, transport: http(rpcUrl) });
}
