import {
  type Address,
  type Hex,
  isAddress,
  type Log,
  parseEventLogs,
  type PublicClient,
  TransactionNotFoundError,
} from "viem";
import type { Contracts } from "#domain/contract-abis.ts";
import type { Database } from "#web/db/client.ts";
import { findOurContracts, type OurContracts } from "#web/features/explorer/our-contracts.ts";

/** Where a transaction is read: at the node, with what our index knows of who speaks in it. */
export type ReadingContext = { chain: PublicClient; db: Database; system: Contracts };

/** One thing a contract said: an event's name and what stands in it. */
export type Saying = { logIndex: number; contract: Address; event: string; values: [name: string, value: unknown][] };

/** A transaction as the node tells it. `block` and what follows are null while it waits for one. */
export type TransactionReading = {
  hash: Hex;
  from: Address;
  to: Address | null;
  status: "pending" | "success" | "reverted";
  block: bigint | null;
  /** Unix seconds. */
  timestamp: number | null;
  gasUsed: bigint | null;
  sayings: Saying[];
  /** What our contracts are called, by address. */
  contracts: Record<Address, string>;
  /** Logs of contracts we know nothing of. */
  unknownLogs: number;
};

/** @returns null where the node knows no such transaction */
export async function readTransaction(
  { chain, db, system }: ReadingContext,
  hash: Hex,
): Promise<TransactionReading | null> {
  const transaction = await chain.getTransaction({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionNotFoundError) return null;
    throw error;
  });
  if (!transaction) return null;
  const told = { hash, from: lower(transaction.from), to: transaction.to ? lower(transaction.to) : null };
  if (transaction.blockNumber === null) {
    const contracts = namesOf(await findOurContracts(db, system, []));
    const nothing = { block: null, timestamp: null, gasUsed: null, sayings: [], unknownLogs: 0 };
    return { ...told, ...nothing, status: "pending", contracts };
  }
  const [receipt, block] = await Promise.all([
    chain.getTransactionReceipt({ hash }),
    chain.getBlock({ blockNumber: transaction.blockNumber }),
  ]);
  const ours = await findOurContracts(db, system, receipt.logs.map(speakerOf));
  const sayings = sayingsIn(receipt.logs, ours);
  return {
    ...told,
    status: receipt.status,
    block: receipt.blockNumber,
    timestamp: Number(block.timestamp),
    gasUsed: receipt.gasUsed,
    sayings,
    contracts: namesOf(ours),
    unknownLogs: receipt.logs.length - sayings.length,
  };
}

/** @returns what our contracts said among some logs; anybody else's count for nothing, however they are called */
export function sayingsIn(logs: readonly Log[], ours: OurContracts): Saying[] {
  return logs.flatMap((log) => {
    const contract = speakerOf(log);
    const abi = ours.get(contract)?.abi;
    if (!abi) return [];
    return parseEventLogs({ abi, logs: [log] }).map(({ logIndex, eventName, args }) => ({
      logIndex: logIndex ?? 0,
      contract,
      event: eventName,
      values: Object.entries(args),
    }));
  });
}

/** @returns the contract that wrote a log, lower case */
export function speakerOf({ address }: Log): Address {
  return lower(address);
}

function namesOf(contracts: OurContracts): Record<Address, string> {
  return Object.fromEntries([...contracts].map(([address, { name }]) => [address, name]));
}

/** Everybody named in a transaction, for putting names to them. */
export function addressesIn({ from, to, sayings }: TransactionReading): Address[] {
  const named = sayings.flatMap(({ values }) => values.map(([, value]) => value).filter(isAddressValue));
  return [from, ...(to ? [to] : []), ...named.map(lower)];
}

/** Whether an event's value is an address. */
export function isAddressValue(value: unknown): value is Address {
  return typeof value === "string" && isAddress(value, { strict: false });
}

function lower(address: Address): Address {
  return address.toLowerCase() as Address;
}
