import { zeroAddress, type Address } from "viem";

/** Whether two addresses are the same account, whatever their letter case. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether `address` stands for "nobody". */
export function isNobody(address: Address): boolean {
  return sameAddress(address, zeroAddress);
}
