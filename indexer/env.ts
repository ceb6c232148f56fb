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
  /** Set all four to index contracts that domain/generated/deployments.ts does not know. */
  TOKEN_ADDRESS: address.optional(),
  ESCROW_ADDRESS: address.optional(),
  RATING_BOOK_ADDRESS: address.optional(),
  START_BLOCK: z.coerce.number().int().nonnegative().optional(),
});

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
  const token = given.TOKEN_ADDRESS ?? known?.token;
  const escrow = given.ESCROW_ADDRESS ?? known?.escrow;
  const ratingBook = given.RATING_BOOK_ADDRESS ?? known?.ratingBook;
  if (!token || !escrow || !ratingBook) throw new Error(`No contracts known on chain ${given.CHAIN_ID}`);
  return { contracts: { token, escrow, ratingBook }, startBlock: given.START_BLOCK ?? known?.startBlock ?? 0 };
}

export const env = readEnv(process.env);
