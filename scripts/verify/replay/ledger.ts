import type { Address, Hex } from "viem";
import type { Contracts } from "#domain/contract-abis.ts";
import { isNobody } from "#domain/address.ts";
import type { ArbiterTurns } from "#domain/arbiter-turn.ts";
import { Failure } from "../../failure.ts";
import { emptyTables, type DealRow, type Place, type Tables, type TransferRow } from "../rows.ts";

/** What a replay has come to know so far. */
export type Ledger = {
  contracts: Contracts;
  escrow: Address;
  tables: Tables;
  /** Moves of the transaction being replayed, in order: the events after them say what they were. */
  recent: TransferRow[];
  recentTx: Hex | null;
  /** How many of `recent` were burned and no event has said why yet. */
  unexplained: number;
  /** When each address first took part in anything. */
  firstSeen: Map<Address, number>;
  /** Who was asked to rule each deal, and how that ended. */
  turns: Map<Hex, ArbiterTurns>;
  /** Every topic of the feed, by itself. */
  topics: Map<string, string>;
};

export function emptyLedger(contracts: Contracts): Ledger {
  return {
    contracts,
    escrow: contracts.escrow,
    tables: emptyTables(),
    recent: [],
    recentTx: null,
    unexplained: 0,
    firstSeen: new Map(),
    turns: new Map(),
    topics: new Map(),
  };
}

/** Notes that an address took part in something. */
export function see({ firstSeen }: Ledger, address: Address, at: number): void {
  if (!isNobody(address) && !firstSeen.has(address)) firstSeen.set(address, at);
}

/** Says of an event that what must have come before it did not. */
export function refuse({ txHash, logIndex }: Place, why: string): never {
  throw new Failure(
    `Log ${logIndex} of ${txHash} cannot be: ${why}. The node leaves logs out; verify with another, by --rpc.`,
  );
}

/** @throws Failure where no event opened the deal */
export function dealOf({ tables }: Ledger, place: Place, id: Hex): DealRow {
  return tables.deal.get(id) ?? refuse(place, `deal ${id} was never opened`);
}

/** @returns everyone with a part in a deal */
export function rolesOf({ buyer, seller, arbiter, appealArbiter }: DealRow): Address[] {
  return [buyer, seller, arbiter, appealArbiter].filter((role) => !isNobody(role));
}
