import type { Pool } from "pg";
import { createPublicClient, http, type PublicClient } from "viem";
import type { Contracts } from "#domain/contract-abis.ts";
import { compareDeals } from "./compare/deals.ts";
import { compareEvents } from "./compare/events.ts";
import { comparePromises } from "./compare/promises.ts";
import { compareReputation } from "./compare/reputation.ts";
import { compareTokens } from "./compare/tokens.ts";
import { describeDifference, type Difference, type Sides } from "./compare/sides.ts";

/** What to compare: an index and the chain it claims to mirror. */
export type Comparison = {
  /** Reads the index; its views are in schema `chain`. */
  pool: Pool;
  rpcUrl: string;
  contracts: Contracts;
  /** The block from which the contracts exist. */
  startBlock?: number;
};

export type { Difference };
export { describeDifference };

/**
 * Compares every balance, supply, issuer record, credit line, deal, claim, rating and score of the index with what the
 * contracts answer at the index's head block, and the number of rows with the number of logs.
 * @returns the head block, how many values were compared, and every one that differs
 * @throws Error where the index has no head block yet, or the chain has another block in its place
 */
export async function compareWithChain({
  pool,
  rpcUrl,
  contracts,
  startBlock = 0,
}: Comparison): Promise<{ head: number; compared: number; differences: Difference[] }> {
  const client: PublicClient = createPublicClient({ transport: http(rpcUrl, { batch: { batchSize: 200 } }) });
  const connection = await pool.connect();
  try {
    // One snapshot: the index moves on while the chain is asked.
    await connection.query("begin isolation level repeatable read read only");
    const { rows } = await connection.query<{ block: string; hash: string }>("select block, hash from chain.head");
    const head = rows[0];
    if (!head) throw new Error("The index has no head block yet");
    const block = await client.getBlock({ blockNumber: BigInt(head.block) });
    if (block.hash !== head.hash) throw new Error(`The index has ${head.hash} as block ${head.block}`);

    const sides: Sides = { connection, client, contracts, startBlock, block, compared: 0, differences: [] };
    for (const compare of [compareEvents, compareTokens, comparePromises, compareDeals, compareReputation]) {
      await compare(sides);
    }
    await connection.query("commit");
    return { head: Number(head.block), compared: sides.compared, differences: sides.differences };
  } finally {
    connection.release();
  }
}
