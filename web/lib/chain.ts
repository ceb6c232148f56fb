import type { PublicClient } from "viem";
import { type ChainSettings, connectCautiously, connectToChain } from "#web/lib/chain-settings.ts";
import { env } from "#web/lib/env.ts";

/** The chain as browsers reach it. */
export function publicChainSettings(): ChainSettings {
  const { CHAIN_ID, PUBLIC_RPC_URL, RPC_URL } = env();
  return { chainId: CHAIN_ID, rpcUrl: PUBLIC_RPC_URL ?? RPC_URL };
}

let reader: PublicClient | undefined;

/** This server's reader of the chain, made at the first call. */
export function chainReader(): PublicClient {
  const { CHAIN_ID, RPC_URL } = env();
  return (reader ??= connectToChain({ chainId: CHAIN_ID, rpcUrl: RPC_URL }));
}

/** A reader for contracts that strangers name; see connectCautiously. */
export function cautiousReader(mostGas: bigint): PublicClient {
  const { CHAIN_ID, RPC_URL } = env();
  return connectCautiously({ chainId: CHAIN_ID, rpcUrl: RPC_URL }, mostGas);
}
