import {
  BaseError,
  HttpRequestError,
  createPublicClient,
  formatLog,
  http,
  numberToHex,
  type Address,
  type Log,
  type PublicClient,
} from "viem";
import { createBlockRange } from "#domain/block-range.ts";
import { CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { Failure } from "../failure.ts";
import { eventReader, PANEL_TOPICS, type ChainEvent } from "./events.ts";

/** How many blocks are asked for at once. */
const BLOCKS_AT_ONCE = 1_000;

export type LogRange = { contracts: Contracts; fromBlock: number; toBlock: number };

/** @returns a reader of a chain that takes long answers and asks many small questions in one request */
export function chainReader(rpcUrl: string): PublicClient {
  const transport = http(rpcUrl, {
    batch: { batchSize: 200 },
    maxResponseBodySize: false,
    timeout: 60_000,
    retryCount: 1,
  });
  return createPublicClient({ transport });
}

/**
 * Reads every event of the contracts, and of panels at any address, in order. A range of blocks is halved when the node
 * refuses it, and grows again where there is little in it, slowly up to what was refused.
 * @returns the events of one range after another, with the last block of it
 * @throws Failure when the node refuses a single block, no longer answers, or changes its mind meanwhile
 */
export async function* readEvents(
  client: PublicClient,
  { contracts, fromBlock, toBlock }: LogRange,
): AsyncGenerator<{ upTo: number; events: Iterable<ChainEvent> }> {
  const read = eventReader(contracts);
  const address = CONTRACT_NAMES.map((name) => contracts[name]);
  const range = createBlockRange();
  for (let from = fromBlock; from <= toBlock;) {
    const upTo = range.upTo(from, toBlock);
    const logs = await readLogs(client, address, { from, upTo }).catch((cause: unknown) => {
      refuseSilence(cause);
      if (upTo > from) return null;
      throw new Failure(`The node refuses the logs of block ${from}: pass another with --rpc.`, { cause });
    });
    if (logs === null) {
      range.refused(upTo - from + 1);
      continue;
    }
    const timestamps = await readTimestamps(client, logs);
    yield { upTo, events: decodeEach(logs, (log) => read(log, timestamps.get(log.blockNumber) ?? 0)) };
    range.brought(logs.length);
    from = upTo + 1;
  }
}

type MinedLog = Log<bigint, number, false>;

/** The contracts' own logs with those of panels among them, each once. */
async function readLogs(
  client: PublicClient,
  address: Address[],
  { from, upTo }: { from: number; upTo: number },
): Promise<MinedLog[]> {
  const range = { fromBlock: numberToHex(from), toBlock: numberToHex(upTo) };
  const [own, panels] = await Promise.all([
    client.getLogs({ address, fromBlock: BigInt(from), toBlock: BigInt(upTo) }),
    client.request({ method: "eth_getLogs", params: [{ ...range, topics: [PANEL_TOPICS] }] }),
  ]);
  if (panels.length === 0) return own;
  const ours = new Set(address.map((each) => each.toLowerCase()));
  const others = panels.filter((log) => !ours.has(log.address.toLowerCase())).map((log) => formatLog(log) as MinedLog);
  return [...own, ...others].sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
}

/** One by one, so that each can be forgotten before the next. */
function* decodeEach<L>(logs: readonly L[], read: (log: L) => ChainEvent | null): Iterable<ChainEvent> {
  for (const log of logs) {
    const event = read(log);
    if (event) yield event;
  }
}

/** A range is not worth halving where the node is gone. */
function refuseSilence(error: unknown): void {
  const cause = error instanceof BaseError ? error.walk((each) => each instanceof HttpRequestError) : null;
  if (cause instanceof HttpRequestError && cause.status === undefined)
    throw new Failure("The node stopped answering: see that it runs, then verify again.", { cause: error });
}

/** @throws Failure always: a block that was asked for did not come */
export function refuseBlocks(cause: unknown): never {
  refuseSilence(cause);
  throw new Failure("The node does not tell its blocks: pass another with --rpc.", { cause });
}

type PlacedLog = { blockNumber: bigint; blockHash: string };

async function readTimestamps(client: PublicClient, logs: readonly PlacedLog[]): Promise<Map<bigint, number>> {
  const hashes = new Map(logs.map(({ blockNumber, blockHash }) => [blockNumber, blockHash]));
  const numbers = [...hashes.keys()];
  const timestamps = new Map<bigint, number>();
  for (let start = 0; start < numbers.length; start += BLOCKS_AT_ONCE) {
    const some = numbers.slice(start, start + BLOCKS_AT_ONCE);
    const blocks = await Promise.all(some.map((blockNumber) => client.getBlock({ blockNumber }))).catch(refuseBlocks);
    for (const { number, hash, timestamp } of blocks) {
      if (hash !== hashes.get(number))
        throw new Failure(`The chain changed at block ${number} while it was read: verify again.`);
      timestamps.set(number, Number(timestamp));
    }
  }
  return timestamps;
}
