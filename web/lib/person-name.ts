import type { Address } from "viem";
import { shortenHex } from "#web/lib/format.ts";

/** @returns what a sentence calls somebody: the first name, or a shortened address where there is no profile. */
export function nameOf(people: Record<Address, { name: string | null }>, address: Address): string {
  const name = people[address]?.name?.trim();
  return name ? (name.split(/\s+/u)[0] ?? name) : shortenHex(address);
}
