import { zeroHash } from "viem";

/**
 * Hardhat's blocks name no parent where `hardhat_mine` made many at once: it is the block before all the same.
 * @returns whether that is to be asked for
 */
export function lacksParent({ number, parentHash }: { number: number; parentHash: string }): boolean {
  return number > 0 && parentHash === zeroHash;
}
