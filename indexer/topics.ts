import type { Address, Hex } from "viem";

/** What a page can follow in the live feed; the entries of `change.topics`. */
export type Topic = `deal:${string}` | `member:${string}` | `token:${string}`;

/** @param dealId in any letter case */
export function dealTopic(dealId: Hex): Topic {
  return `deal:${dealId.toLowerCase()}`;
}

/** @param address in any letter case */
export function memberTopic(address: Address): Topic {
  return `member:${address.toLowerCase()}`;
}

/** @param tokenId written as a decimal number in the topic */
export function tokenTopic(tokenId: bigint): Topic {
  return `token:${tokenId}`;
}
