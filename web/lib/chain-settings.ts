import { type Chain, createPublicClient, defineChain, http, type PublicClient } from "viem";

/** The chain as the browser needs to know it; plain data, so that it travels in a page. */
export type ChainSettings = {
  chainId: number;
  rpcUrl: string;
};

/** viem's description of the chain we are on. Its coin only pays for gas. */
export function describeChain({ chainId, rpcUrl }: ChainSettings): Chain {
  return defineChain({
    id: chainId,
    name: chainId === 31337 ? "TimeToken local" : `Chain ${chainId}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    testnet: chainId === 31337,
  });
}

/** A reader of the chain at any node. */
export function connectToChain(settings: ChainSettings): PublicClient {
  return createPublicClient({ chain: describeChain(settings), transport: http(settings.rpcUrl, { retryCount: 1 }) });
}
