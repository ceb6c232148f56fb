import { keccak256, toBytes, type Hex } from "viem";

/** @returns 32 bytes that look random and are the same at every start. */
export function saltOf(...parts: readonly string[]): Hex {
  return keccak256(toBytes(["timetoken demo", ...parts].join("\n")));
}

/** @returns a UUID (version 8: custom) that is the same at every start. */
export function uuidOf(...parts: readonly string[]): string {
  const digits = saltOf(...parts)
    .slice(2, 34)
    .split("");
  digits[12] = "8";
  digits[16] = "a";
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
