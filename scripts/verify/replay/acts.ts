import type { Address } from "viem";
import { isNobody } from "#domain/address.ts";
import { utcDay } from "#domain/reputation.ts";
import { keyOf } from "../rows.ts";
import { see, type Ledger } from "./ledger.ts";

/** Notes that an address did something of its own. */
export function act(ledger: Ledger, who: Address, at: number): void {
  if (isNobody(who)) return;
  see(ledger, who, at);
  const row = { day: utcDay(at), address: who };
  ledger.tables.active_member.set(keyOf(row.day, who), row);
}
