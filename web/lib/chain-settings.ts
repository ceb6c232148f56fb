import {
  type Chain,
  createPublicClient,
  defineChain,
  http,
  numberToHex,
  type PublicClient,
  type Transport,
} from "viem";

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
  return reader(settings, http(settings.rpcUrl, { retryCount: 1 }));
}

/**
 * A reader that asks strangers' contracts: no call of it may use more gas than `mostGas`, or one that never comes to an
 * end would keep the node busy.
 */
export function connectCautiously(settings: ChainSettings, mostGas: bigint): PublicClient {
  const node = http(settings.rpcUrl, { retryCount: 0 });
  const transport: typeof node = (options) => {
    const inner = node(options);
    const request = ((call: { method: string; params?: unknown }, ...rest: []) =>
      inner.request(call.method === "eth_call" ? limitGas(call, mostGas) : call, ...rest)) as typeof inner.request;
    return { ...inner, request };
  };
  return reader(settings, transport);
}

/** Never follows a contract that says its answer lies behind a URL (ERC-3668): a stranger would choose what we ask. */
function reader(settings: ChainSettings, transport: Transport): PublicClient {
  return createPublicClient({ chain: describeChain(settings), transport, ccipRead: false });
}

function limitGas({ method, params }: { method: string; params?: unknown }, gas: bigint) {
  const [call, ...rest] = params as [object, ...unknown[]];
  return { method, params: [{ ...call, gas: numberToHex(gas) }, ...rest] };
}
