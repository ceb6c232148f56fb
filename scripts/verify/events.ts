import {
  decodeEventLog,
  toEventSelector,
  type AbiEvent,
  type Address,
  type DecodeEventLogReturnType,
  type Hex,
  type Log,
} from "viem";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { Failure } from "../failure.ts";
import type { Place } from "./rows.ts";

/** The contracts whose logs are the whole truth. */
export type Contracts = { token: Address; escrow: Address; ratingBook: Address };

/** One log, decoded, with its addresses in lower case. */
export type ChainEvent = Place &
  (
    | DecodeEventLogReturnType<typeof timeTokenAbi>
    | DecodeEventLogReturnType<typeof timeEscrowAbi>
    | DecodeEventLogReturnType<typeof ratingBookAbi>
  );

/** An event of one name. */
export type EventNamed<Name extends ChainEvent["eventName"]> = Extract<ChainEvent, { eventName: Name }>;

type MinedLog = Log<bigint, number, false>;

/**
 * Prepares decoding the logs of a system's contracts.
 * @returns what decodes one log, given the unix second of its block
 * @throws Failure, when called, on a log that none of the contracts' events fits
 */
export function eventReader(contracts: Contracts): (log: MinedLog, timestamp: number) => ChainEvent {
  const known = new Map<string, AbiEvent>();
  for (const [name, abi] of [
    ["token", timeTokenAbi],
    ["escrow", timeEscrowAbi],
    ["ratingBook", ratingBookAbi],
  ] as const) {
    for (const item of abi) {
      if (item.type === "event") known.set(kindOf(contracts[name], toEventSelector(item)), item);
    }
  }
  const keep = textPool();
  let txHash: Hex = "0x";
  return (log, timestamp) => {
    const item = known.get(kindOf(log.address, log.topics[0]));
    if (!item) {
      throw new Failure(
        `Log ${log.logIndex} of ${log.transactionHash} is none this version knows: verify with the one that was deployed.`,
      );
    }
    // One event's ABI at a time: in a whole one each log would be looked for by hashing every event's signature.
    const { eventName, args } = decodeEventLog({ abi: [item], topics: log.topics, data: log.data });
    // A transaction's logs come together.
    if (log.transactionHash !== txHash) txHash = log.transactionHash;
    const place = { block: Number(log.blockNumber), logIndex: log.logIndex, txHash, timestamp };
    return { ...place, eventName, args: keepTexts(args, keep) } as ChainEvent;
  };
}

function kindOf(address: Address, topic: Hex | undefined): string {
  return `${address.toLowerCase()} ${topic}`;
}

/** In the contracts' events only an address is a text of this length. */
const ADDRESS_LENGTH = 42;

function keepTexts(value: unknown, keep: (text: string) => string): unknown {
  if (typeof value === "string") return keep(value);
  if (Array.isArray(value)) return value.map((each) => keepTexts(each, keep));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keepTexts(each, keep)]));
}

/** Each address and each hash is kept once, however many logs name it; addresses in lower case. */
function textPool(): (text: string) => string {
  const pool = new Map<string, string>();
  return (text) => {
    const known = pool.get(text);
    if (known !== undefined) return known;
    const kept = text.length === ADDRESS_LENGTH ? text.toLowerCase() : text;
    pool.set(text, kept);
    return kept;
  };
}
