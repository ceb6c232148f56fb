import type { Address, PublicClient } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";

/** What the node says of an address at one block. */
export type AddressReading = {
  block: number;
  /** Code stands there: a contract, or an account that lends itself one. */
  hasCode: boolean;
  /** Transactions it sent. */
  sent: number;
  /** In the order of the ids asked for, each in its id's unit. */
  balances: readonly bigint[];
  outstandingMinutes: bigint;
  redeemedMinutes: bigint;
  /** Unix seconds; 0 where it never promised. */
  since: number;
};

/**
 * @param block the index's newest, so that both speak of the same moment; the node's newest where there is none
 * @returns null where the node does not answer
 */
export async function readAddress(
  chain: PublicClient,
  token: Address,
  { address, ids, block }: { address: Address; ids: readonly bigint[]; block: number | null },
): Promise<AddressReading | null> {
  try {
    const blockNumber = block === null ? await chain.getBlockNumber() : BigInt(block);
    const at = { address: token, abi: timeTokenAbi, blockNumber } as const;
    const [code, sent, balances, record] = await Promise.all([
      chain.getCode({ address, blockNumber }),
      chain.getTransactionCount({ address, blockNumber }),
      chain.readContract({ ...at, functionName: "balanceOfBatch", args: [ids.map(() => address), ids] }),
      chain.readContract({ ...at, functionName: "issuerRecord", args: [address] }),
    ]);
    return { block: Number(blockNumber), hasCode: code !== undefined, sent, balances, ...record };
  } catch {
    return null;
  }
}
