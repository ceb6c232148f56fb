import { decodeEventLog, getContractAddress, type AbiEvent, type Address, type Hex } from "viem";
import { offerBookAbi, ratingBookAbi, timeEscrowAbi } from "#domain/generated/abi.ts";
import type { DecodeEventLogReturnType } from "viem";
import type { ReceiptLog } from "./encoding.ts";

/** Where the contracts of a deal stand. */
export type ReceiptContracts = { chainId: number; escrow: Address; ratingBook: Address | null };

/** A transaction that was proven to lie in a block. */
export type ProvenTransaction = {
  block: number;
  /** Unix seconds. */
  time: number;
  hash: Hex;
  /** What it called with. */
  input: Hex;
  logs: readonly ReceiptLog[];
};

type Place = Pick<ProvenTransaction, "block" | "time" | "hash"> & {
  /** Which of its transaction's logs. */
  log: number;
  transaction: ProvenTransaction;
};

/** One event of the deal, decoded, addresses in lower case. */
export type DealEvent = Place &
  (
    | DecodeEventLogReturnType<typeof timeEscrowAbi>
    | DecodeEventLogReturnType<typeof ratingBookAbi>
    | DecodeEventLogReturnType<typeof offerBookAbi>
  );

/** @returns every event about the deal that these transactions brought, in order */
export function eventsOf(
  dealId: Hex,
  contracts: ReceiptContracts,
  transactions: readonly ProvenTransaction[],
): DealEvent[] {
  const sources = eventSources(contracts);
  return transactions.flatMap((transaction) =>
    transaction.logs.flatMap((log, index): DealEvent[] => {
      const abi = sources.get(log.address);
      const event = abi && decode(abi, log);
      if (!event || !isAbout(dealId, event.args)) return [];
      const { block, time, hash } = transaction;
      return [{ block, time, hash, log: index, transaction, ...event } as DealEvent];
    }),
  );
}

/** The escrow makes its offer book as its second contract, so that address follows from its own. */
function offerBookOf(escrow: Address): Address {
  return getContractAddress({ from: escrow, nonce: 2n }).toLowerCase() as Address;
}

function eventSources({ escrow, ratingBook }: ReceiptContracts): Map<Address, AbiEvent[]> {
  const eventsIn = (abi: readonly { type: string }[]) => abi.filter(({ type }) => type === "event") as AbiEvent[];
  const sources = new Map([
    [escrow, eventsIn(timeEscrowAbi)],
    [offerBookOf(escrow), eventsIn(offerBookAbi)],
  ]);
  if (ratingBook) sources.set(ratingBook, eventsIn(ratingBookAbi));
  return sources;
}

function decode(abi: AbiEvent[], { topics, data }: ReceiptLog): { eventName: string; args: object } | null {
  try {
    const { eventName, args } = decodeEventLog({ abi, topics: topics as [Hex, ...Hex[]], data });
    return { eventName, args: lowerAddresses(args) as object };
  } catch {
    return null;
  }
}

function isAbout(dealId: Hex, args: { dealId?: Hex; newDealId?: Hex }): boolean {
  return args.dealId === dealId || args.newDealId === dealId;
}

/** In the contracts' events only an address is a text of this length. */
const ADDRESS_LENGTH = 42;

function lowerAddresses(value: unknown): unknown {
  if (typeof value === "string") return value.length === ADDRESS_LENGTH ? value.toLowerCase() : value;
  if (Array.isArray(value)) return value.map(lowerAddresses);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, lowerAddresses(each)]));
}
