import { zeroHash, type Hex } from "viem";
import { rulingHash } from "#domain/split.ts";

/** @returns the hash a settlement must name: of the ruling that stands, or 32 zero bytes. */
export function standingRuling(ruling: readonly number[] | null): Hex {
  return ruling === null ? zeroHash : rulingHash(ruling);
}
