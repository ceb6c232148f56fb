import type { Address, PublicClient } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { minutesPerToken } from "#domain/token-id.ts";

/** What the contract says of an issuer at one block, in minutes. */
export type PromiseReading = {
  block: number;
  outstandingMinutes: number;
  inEscrowMinutes: number;
  redeemedMinutes: number;
  /** Unix seconds; 0 for somebody who never promised. */
  since: number;
};

/**
 * @param ids every id of the issuer
 * @param block the index's newest; the node's newest where there is none
 * @returns null where the node does not answer
 */
export async function readPromises(
  chain: PublicClient,
  { token, escrow }: { token: Address; escrow: Address },
  { issuer, ids, block }: { issuer: Address; ids: readonly bigint[]; block: number | null },
): Promise<PromiseReading | null> {
  try {
    const blockNumber = block === null ? await chain.getBlockNumber() : BigInt(block);
    const at = { address: token, abi: timeTokenAbi, blockNumber } as const;
    const [record, balances] = await Promise.all([
      chain.readContract({ ...at, functionName: "issuerRecord", args: [issuer] }),
      chain.readContract({ ...at, functionName: "balanceOfBatch", args: [ids.map(() => escrow), ids] }),
    ]);
    const inEscrow = balances.reduce((sum, amount, at) => sum + Number(amount) * minutesPerToken(ids[at]!), 0);
    return {
      block: Number(blockNumber),
      outstandingMinutes: Number(record.outstandingMinutes),
      inEscrowMinutes: inEscrow,
      redeemedMinutes: Number(record.redeemedMinutes),
      since: record.since,
    };
  } catch {
    return null;
  }
}
