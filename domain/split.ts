import { encodeAbiParameters, keccak256, type Hex } from "viem";
import { minutesPerToken } from "./token-id.ts";
import type { Terms } from "./terms.ts";

const BPS = 10_000;

/** The seller's minutes do not fit the payment; as the contract's `TimeEscrow_BadSplit(index, most)`. */
export type SplitProblem = {
  index: number;
  /** The most the seller can get of this id. */
  most: number;
};

/** The payment of a deal as the pot it is, in minutes per id. */
export function potMinutes({ ids, amounts }: Pick<Terms, "ids" | "amounts">): number[] {
  return ids.map((id, index) => Number(amounts[index] ?? 0n) * minutesPerToken(id));
}

/** @returns an arbiter's fee out of `minutes`, rounded down. */
export function feeMinutesDown(minutes: number, arbiterFeeBps: number): number {
  return shareDown(minutes, arbiterFeeBps);
}

/** @returns the seller's part of `minutes` when every arbiter stayed silent, rounded down. */
export function silenceMinutesDown(minutes: number, silenceSellerBps: number): number {
  return shareDown(minutes, silenceSellerBps);
}

/**
 * @param feeEarned whether an arbiter's fee comes out of the pot first
 * @returns the most minutes per id that a ruling or settlement can give the seller
 */
export function mostSellerMinutes(terms: Terms, feeEarned: boolean): number[] {
  return potMinutes(terms).map((minutes) => minutes - (feeEarned ? feeMinutesDown(minutes, terms.arbiterFeeBps) : 0));
}

/** @returns what the escrow would refuse in these seller's minutes, or null where they fit. */
export function findSplitProblem(
  terms: Terms,
  sellerMinutes: readonly number[],
  feeEarned: boolean,
): SplitProblem | null {
  const most = mostSellerMinutes(terms, feeEarned);
  if (sellerMinutes.length !== most.length) return { index: sellerMinutes.length, most: 0 };
  const index = sellerMinutes.findIndex(
    (minutes, at) => !Number.isInteger(minutes) || minutes < 0 || minutes > (most[at] ?? 0),
  );
  return index < 0 ? null : { index, most: most[index] ?? 0 };
}

/** @returns the hash by which the escrow knows a ruling: keccak256(abi.encode(sellerMinutes)). */
export function rulingHash(sellerMinutes: readonly number[]): Hex {
  return keccak256(encodeAbiParameters([{ type: "uint256[]" }], [sellerMinutes.map(BigInt)]));
}

function shareDown(minutes: number, bps: number): number {
  return Number((BigInt(minutes) * BigInt(bps)) / BigInt(BPS));
}
