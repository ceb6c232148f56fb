import {
  decodeEventLog,
  toEventSelector,
  type Abi,
  type AbiEvent,
  type Address,
  type DecodeEventLogReturnType,
  type Hex,
  type Log,
} from "viem";
import { CONTRACT_ABIS, CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import { isPlainPanelLog, type PanelEventName } from "#domain/panel-log.ts";
import { Failure } from "../failure.ts";
import type { Place } from "./rows.ts";

/** What a log of a panel begins with, wherever it stands. */
export const PANEL_TOPICS = eventsOf(arbiterPanelAbi).map(toEventSelector);

/** One log, decoded, with its addresses in lower case. `emitter` is the contract that wrote it. */
export type ChainEvent = Place & { emitter: Address } & (
    DecodeEventLogReturnType<(typeof CONTRACT_ABIS)[keyof Contracts]> | DecodeEventLogReturnType<typeof arbiterPanelAbi>
  );

/** An event of one name. */
export type EventNamed<Name extends ChainEvent["eventName"]> = Extract<ChainEvent, { eventName: Name }>;

type MinedLog = Log<bigint, number, false>;

/**
 * Prepares decoding the logs of a system's contracts, and of panels.
 * @returns what decodes one log, given the unix second of its block; null for one that no panel wrote, whatever it says
 * @throws Failure, when called, on a log that none of the contracts' events fits, or that is none of them whole
 */
export function eventReader(contracts: Contracts): (log: MinedLog, timestamp: number) => ChainEvent | null {
  const own = new Set(CONTRACT_NAMES.map((name) => contracts[name].toLowerCase()));
  const known = new Map<string, AbiEvent>();
  for (const name of CONTRACT_NAMES) {
    for (const item of eventsOf(CONTRACT_ABIS[name])) known.set(kindOf(contracts[name], toEventSelector(item)), item);
  }
  const panels = new Map(eventsOf(arbiterPanelAbi).map((item) => [toEventSelector(item) as string, item]));
  const keep = textPool();
  let txHash: Hex = "0x";

  function place(log: MinedLog, timestamp: number): Place & { emitter: Address } {
    // A transaction's logs come together.
    if (log.transactionHash !== txHash) txHash = log.transactionHash;
    const emitter = keep(log.address) as Address;
    return { block: Number(log.blockNumber), logIndex: log.logIndex, txHash, timestamp, emitter };
  }

  return (log, timestamp) => {
    const isPanels = !own.has(log.address.toLowerCase());
    const item = isPanels ? panels.get(log.topics[0] ?? "") : known.get(kindOf(log.address, log.topics[0]));
    if (!item) {
      throw new Failure(
        `Log ${log.logIndex} of ${log.transactionHash} is none this version knows: verify with the one that was deployed.`,
      );
    }
    const decoded = decode(item, log, isPanels);
    if (decoded === null) return null;
    return { ...place(log, timestamp), eventName: item.name, args: keepTexts(decoded, keep) } as ChainEvent;
  };
}

/** One event's ABI at a time: in a whole one each log would be looked for by hashing every event's signature. */
function decode(item: AbiEvent, { topics, data, logIndex, transactionHash }: MinedLog, isPanels: boolean) {
  try {
    const args: object = decodeEventLog({ abi: [item], topics, data }).args ?? {};
    return !isPanels || isPlainPanelLog(item.name as PanelEventName, args, { topics, data }) ? args : null;
  } catch (cause) {
    if (isPanels) return null;
    throw new Failure(
      `Log ${logIndex} of ${transactionHash} is no whole ${item.name}: the node changes logs; verify with another, by --rpc.`,
      { cause },
    );
  }
}

function eventsOf(abi: Abi): AbiEvent[] {
  return abi.filter((item) => item.type === "event");
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
