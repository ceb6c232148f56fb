import {
  type Address,
  type Hex,
  isAddress,
  type Log,
  parseEventLogs,
  type PublicClient,
  TransactionNotFoundError,
} from "viem";
import { offerBookAbi, ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";

const EVENTS = [...timeTokenAbi, ...timeEscrowAbi, ...ratingBookAbi, ...offerBookAbi].filter(
  (item) => item.type === "event",
);

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
  /** Logs of contracts we know nothing of. */
  unknownLogs: number;
};

/** @returns null where the node knows no such transaction */
export async function readTransaction(chain: PublicClient, hash: Hex): Promise<TransactionReading | null> {
  const transaction = await chain.getTransaction({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionNotFoundError) return null;
    throw error;
  });
  if (!transaction) return null;
  const told = { hash, from: lower(transaction.from), to: transaction.to ? lower(transaction.to) : null };
  if (transaction.blockNumber === null)
    return { ...told, status: "pending", block: null, timestamp: null, gasUsed: null, sayings: [], unknownLogs: 0 };
  const [receipt, block] = await Promise.all([
    chain.getTransactionReceipt({ hash }),
    chain.getBlock({ blockNumber: transaction.blockNumber }),
  ]);
  const sayings = sayingsIn(receipt.logs);
  return {
    ...told,
    status: receipt.status,
    block: receipt.blockNumber,
    timestamp: Number(block.timestamp),
    gasUsed: receipt.gasUsed,
    sayings,
    unknownLogs: receipt.logs.length - sayings.length,
  };
}

/** @returns what our contracts' events are among some logs */
export function sayingsIn(logs: readonly Log[]): Saying[] {
  return parseEventLogs({ abi: EVENTS, logs: [...logs] }).map(({ logIndex, address, eventName, args }) => ({
    logIndex: logIndex ?? 0,
    contract: lower(address),
    event: eventName,
    values: Object.entries(args),
  }));
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
