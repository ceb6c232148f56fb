import { z } from "zod";
import { deployments } from "#domain/generated/deployments.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "not an address")
  .transform((text) => text.toLowerCase() as `0x${string}`);

const variables = z.object({
  /** JSON-RPC over http. */
  RPC_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:8545"),
  /** JSON-RPC over a web socket, for new blocks; unset, it is `RPC_URL` with its scheme changed, except on Hardhat. */
  WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  CHAIN_ID: z.coerce.number().int().positive().default(31337),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Set all of these to index contracts that domain/generated/deployments.ts does not know. */
  TOKEN_ADDRESS: address.optional(),
  ESCROW_ADDRESS: address.optional(),
  OFFER_BOOK_ADDRESS: address.optional(),
  RATING_BOOK_ADDRESS: address.optional(),
  ARBITER_REGISTRY_ADDRESS: address.optional(),
  SWAP_ADDRESS: address.optional(),
  FORWARDER_ADDRESS: address.optional(),
  START_BLOCK: z.coerce.number().int().nonnegative().optional(),
});

const VARIABLES = {
  token: "TOKEN_ADDRESS",
  escrow: "ESCROW_ADDRESS",
  offerBook: "OFFER_BOOK_ADDRESS",
  ratingBook: "RATING_BOOK_ADDRESS",
  arbiterRegistry: "ARBITER_REGISTRY_ADDRESS",
  swap: "SWAP_ADDRESS",
  forwarder: "FORWARDER_ADDRESS",
} as const;

/** Its node forgets a subscription after five minutes without a word (measured), so there the indexer polls. */
const HARDHAT = 31337;

/**
 * Reads the indexer's surroundings, once.
 * @throws ZodError naming each variable that is missing or malformed
 * @throws Error where the chain has no known contracts and none were given
 */
function readEnv(source: NodeJS.ProcessEnv) {
  const given = variables.parse(source);
  return {
    rpcUrl: given.RPC_URL,
    wsUrl: given.WS_URL ?? (given.CHAIN_ID === HARDHAT ? undefined : given.RPC_URL.replace(/^http/, "ws")),
    chainId: given.CHAIN_ID,
    databaseUrl: given.DATABASE_URL,
    ...placeOf(given),
  };
}

/** Where the contracts stand, and from which block on. */
function placeOf(given: z.infer<typeof variables>) {
  const known = Object.entries(deployments).find(([chainId]) => Number(chainId) === given.CHAIN_ID)?.[1];
  const at = (name: ContractName): Address => {
    const found = given[VARIABLES[name]] ?? known?.[name];
    if (!found) throw new Error(`No contracts known on chain ${given.CHAIN_ID}`);
    return found;
  };
  const contracts = {
    token: at("token"),
    escrow: at("escrow"),
    offerBook: at("offerBook"),
    ratingBook: at("ratingBook"),
    arbiterRegistry: at("arbiterRegistry"),
    swap: at("swap"),
    forwarder: at("forwarder"),
  };
  return { contracts, startBlock: given.START_BLOCK ?? known?.startBlock ?? 0 };
}

type Address = `0x${string}`;
type ContractName = keyof typeof VARIABLES;

export const env = readEnv(process.env);
