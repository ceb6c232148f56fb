import { hexToNumber, type Address, type Hex } from "viem";
import type { MinedLog, Wanted } from "./logs.ts";
import { decodeEventLog, type App, type Chain, type EventCallback } from "./ponder.ts";
import type { Store } from "./store.ts";

/** Gives a log to all handlers there are for it, with the unix second of its block. */
export type HandleLog = (log: MinedLog, timestamp: number) => Promise<void>;

/** @returns the logs that handlers are there for */
export function wantedBy(app: App): Wanted {
  const filters = logCallbacks(app).map(({ filter }) => filter);
  return {
    addresses: [...new Set(filters.flatMap(({ address }) => address ?? []))],
    topics: [...new Set(filters.flatMap(({ address, topic0 }) => (address === undefined ? (topic0 ?? []) : [])))],
  };
}

/** @throws Error, when called, where a log of a contract of ours is no whole event of its kind, and whatever a handler throws */
export function createHandling(app: App, chain: Chain, db: Store): HandleLog {
  const byKind = new Map<string, EventCallback[]>();
  for (const callback of logCallbacks(app)) {
    const { address, topic0 } = callback.filter;
    for (const from of [address ?? ANYBODY].flat()) {
      const kind = kindOf(from, topic0);
      byKind.set(kind, [...(byKind.get(kind) ?? []), callback]);
    }
  }
  const context = { chain, contracts: app.indexingBuild.contracts[0], db };

  return async (log, timestamp) => {
    const address = log.address.toLowerCase() as Address;
    const [topic] = log.topics;
    for (const from of [address, ANYBODY]) {
      for (const callback of byKind.get(kindOf(from, topic)) ?? []) {
        const args = decode(callback, log);
        if (args) await callback.fn({ event: eventOf(log, { address, args, timestamp }), context });
      }
    }
  };
}

function logCallbacks({ indexingBuild }: App): EventCallback[] {
  return indexingBuild.eventCallbacks.flat().filter(({ filter }) => filter.type === "log");
}

/** For contracts at no address in particular. */
const ANYBODY = "anybody";

function kindOf(address: string, topic: Hex | undefined): string {
  return `${address} ${topic}`;
}

/** @returns null where a stranger's log only looks like the event */
function decode({ name, abiItem, filter }: EventCallback, { topics, data, logIndex, transactionHash }: MinedLog) {
  try {
    return decodeEventLog({ abiItem, topics, data }) ?? {};
  } catch (cause) {
    if (filter.address === undefined) return null;
    throw new Error(`Log ${hexToNumber(logIndex)} of ${transactionHash} is no whole ${name}.`, { cause });
  }
}

type Read = { address: Address; args: object; timestamp: number };

function eventOf(log: MinedLog, { address, args, timestamp }: Read): object {
  return {
    args,
    log: { address, topics: log.topics, data: log.data, logIndex: hexToNumber(log.logIndex) },
    block: { number: BigInt(log.blockNumber), hash: log.blockHash, timestamp: BigInt(timestamp) },
    transaction: { hash: log.transactionHash },
  };
}
