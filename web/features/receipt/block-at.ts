import type { PublicClient } from "viem";

/**
 * Finds a block by its time, in as many questions as the number of blocks has bits.
 * @param time unix seconds
 * @returns the number of the first block that is not before `time`; one beyond the newest where there is none
 */
export async function firstBlockFrom(chain: PublicClient, time: number): Promise<bigint> {
  let low = 0n;
  let high = (await chain.getBlockNumber({ cacheTime: 0 })) + 1n;
  while (low < high) {
    const middle = (low + high) / 2n;
    const { timestamp } = await chain.getBlock({ blockNumber: middle });
    if (Number(timestamp) < time) low = middle + 1n;
    else high = middle;
  }
  return low;
}
