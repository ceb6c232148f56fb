import { createConfig } from "ponder";
import { CONTRACT_ABIS } from "#domain/contract-abis.ts";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import { DurableClient } from "./durable-client.ts";
import { env } from "./env.ts";

/** Ponder paces its requests per entry of `rpc`; the same URL many times lets a back-fill run 3–17 times faster. */
const RPC_LANES = 25;

/** How often a node on this machine is asked for its newest block, where no web socket tells. */
const POLLING_MS = 100;

const from = { chain: "main", startBlock: env.startBlock } as const;

export default createConfig({
  database: {
    kind: "postgres",
    connectionString: env.databaseUrl,
    poolConfig: { Client: DurableClient },
  },
  chains: {
    main: {
      id: env.chainId,
      disableCache: true,
      rpc: Array.from({ length: RPC_LANES }, () => env.rpcUrl),
      ...(env.wsUrl === undefined ? { pollingInterval: POLLING_MS } : { ws: env.wsUrl }),
    },
  },
  contracts: {
    TimeToken: { ...from, abi: CONTRACT_ABIS.token, address: env.contracts.token },
    TimeEscrow: { ...from, abi: CONTRACT_ABIS.escrow, address: env.contracts.escrow },
    OfferBook: { ...from, abi: CONTRACT_ABIS.offerBook, address: env.contracts.offerBook },
    RatingBook: { ...from, abi: CONTRACT_ABIS.ratingBook, address: env.contracts.ratingBook },
    ArbiterRegistry: { ...from, abi: CONTRACT_ABIS.arbiterRegistry, address: env.contracts.arbiterRegistry },
    TimeSwap: { ...from, abi: CONTRACT_ABIS.swap, address: env.contracts.swap },
    Forwarder: { ...from, abi: CONTRACT_ABIS.forwarder, address: env.contracts.forwarder },
    // At no address: anyone deploys a panel, and it speaks first in its constructor (docs/decisions/0030).
    ArbiterPanel: { ...from, abi: arbiterPanelAbi },
  },
  // From the newest block on: a back-fill need not fetch every empty block of a public chain.
  blocks: { Head: { chain: "main", startBlock: "latest", interval: 1 } },
});
