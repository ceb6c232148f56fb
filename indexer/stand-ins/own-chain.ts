import { env } from "../env.ts";

/** The chain of the config alone: to load all that viem knows takes as long as to load the rest of Ponder. */
export const chains = { own: { id: env.chainId, rpcUrls: { default: { http: [] } } } };

/** Ponder takes this one where the config's has its id; then that is the same. */
export const hyperliquidEvm = chains.own;
