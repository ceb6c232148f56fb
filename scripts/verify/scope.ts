import type { Address } from "viem";
import type { Scope } from "./compare.ts";
import type { Tables } from "./rows.ts";

export const everything: Scope = () => true;

/** What one address is part of: rows that name it, its deals with all that belongs to them, and the ids it issued. */
export function scopeOf(address: Address, tables: Tables): Scope {
  const member = address.toLowerCase();
  const related = new Set<string>();
  for (const { id, buyer, seller, arbiter, appealArbiter } of tables.deal.values()) {
    if ([buyer, seller, arbiter, appealArbiter].some((role) => role === member)) related.add(id);
  }
  for (const { id, issuer } of tables.token.values()) if (issuer === member) related.add(String(id));
  for (const { id, maker, payer, receiver } of tables.swap.values()) {
    if ([maker, payer, receiver].some((side) => side === member)) related.add(id);
  }
  return (texts) => texts.some((text) => text !== null && (related.has(text) || text.includes(member)));
}
