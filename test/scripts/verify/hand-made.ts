import { numberToHex, zeroAddress, zeroHash, type Address, type Hex } from "viem";
import type { Contracts } from "#domain/contract-abis.ts";
import { packTokenId } from "#domain/token-id.ts";
import { DEFAULT_TERMS, type Terms } from "#domain/terms.ts";
import type { ChainEvent, EventNamed } from "#scripts/verify/events.ts";
import type { HeadRow, Tables } from "#scripts/verify/rows.ts";
import { startReplay } from "#scripts/verify/replay.ts";

const addressAt = (index: number): Address => numberToHex(index, { size: 20 });

export const ESCROW = addressAt(0xe5c);

/** Where the system stands. */
export const CONTRACTS: Contracts = {
  token: addressAt(0x70),
  escrow: ESCROW,
  offerBook: addressAt(0x0b),
  ratingBook: addressAt(0x4b),
  arbiterRegistry: addressAt(0xa4),
  swap: addressAt(0x5a),
  forwarder: addressAt(0xf0),
};
export const BUYER = addressAt(1);
export const SELLER = addressAt(2);
export const ARBITER = addressAt(3);
export const DEAL: Hex = numberToHex(0xdea1, { size: 32 });

/** Hours of the buyer's that never lapse. */
export const HOURS = packTokenId({ issuer: BUYER, unit: "hour", expiry: 0 });
export const MINUTES = packTokenId({ issuer: BUYER, unit: "minute", expiry: 0 });

export const TERMS: Terms = {
  ...DEFAULT_TERMS,
  buyer: BUYER,
  seller: SELLER,
  arbiter: ARBITER,
  appealArbiter: zeroAddress,
  ids: [HOURS],
  amounts: [2n],
  acceptBy: 1_000,
  deliverFrom: 1_000,
  deliverBy: 90_000,
  brief: zeroHash,
  salt: zeroHash,
};

const HEAD: HeadRow = { chainId: 31337, block: 1_000, hash: zeroHash, parentHash: zeroHash, timestamp: 100_000 };

/** The name and arguments of an event. */
export type Said = {
  [Name in ChainEvent["eventName"]]: Pick<EventNamed<Name>, "eventName" | "args"> & { emitter?: Address };
}[ChainEvent["eventName"]];

/** Replays transactions, each in a block of its own, ten seconds apart; the escrow's, unless an event says whose it is. */
export function replay(...transactions: readonly (readonly Said[])[]): Tables {
  const replaying = startReplay(CONTRACTS);
  for (const [index, events] of transactions.entries()) {
    const block = index + 1;
    for (const [logIndex, said] of events.entries()) {
      const place = { block, logIndex, txHash: numberToHex(block, { size: 32 }), timestamp: 10 * block };
      replaying.take({ emitter: ESCROW, ...said, ...place });
    }
  }
  return replaying.end(HEAD);
}

export function moved(from: Address, to: Address, id: bigint, value: bigint): Said {
  return { eventName: "TransferSingle", args: { operator: BUYER, from, to, id, value } };
}

export function minted(to: Address, value: bigint, id = HOURS): Said {
  return moved(zeroAddress, to, id, value);
}

/** @param reason as the contract's `BurnReason` */
export function burned(holder: Address, amount: bigint, reason: number, id = HOURS): Said {
  return { eventName: "Burned", args: { holder, id, amount, reason } };
}

/** @param status as the contract's `Status` */
export function opened(terms: Terms = TERMS, status = 2, dealId = DEAL): Said {
  return { eventName: "Opened", args: { dealId, buyer: BUYER, seller: SELLER, status, terms } };
}

/** @param outcome as the contract's `Outcome` */
export function closed(
  outcome: number,
  more: { bySilence?: boolean; sellerMinutes?: bigint[]; feeTo?: Address },
): Said {
  const args = { dealId: DEAL, outcome, bySilence: false, feeTo: zeroAddress, sellerMinutes: [], ...more };
  return { eventName: "Closed", args };
}
