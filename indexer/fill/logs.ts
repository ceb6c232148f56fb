import {
  BaseError,
  createPublicClient,
  hexToNumber,
  http,
  HttpRequestError,
  numberToHex,
  type Address,
  type Hex,
  type PublicClient,
  type RpcLog,
} from "viem";
import { lacksParent } from "#domain/block-parent.ts";
import { createBlockRange } from "#domain/block-range.ts";
import type { Block } from "./ponder.ts";

/** The logs of some blocks in their order, and the headers of those blocks and of the last one. */
export type LogRange = { upTo: number; logs: MinedLog[]; headerOf: (block: number) => Header };

export type Header = { number: number; hash: Hex; timestamp: number };

/** A log as a node tells it, of a block that is mined. */
export type MinedLog = RpcLog & { blockNumber: Hex; blockHash: Hex; transactionHash: Hex; logIndex: Hex };

/** From one block to another, both included. */
export type Blocks = { from: number; to: number };

/** Which logs: all of some addresses, and those of anybody that begin with one of some topics. */
export type Wanted = { addresses: readonly Address[]; topics: readonly Hex[] };

/** @returns a reader of a chain that takes long answers and asks many small questions in one request */
export function chainReader(rpcUrl: string): PublicClient {
  return createPublicClient({ transport: http(rpcUrl, { batch: { batchSize: 200 }, maxResponseBodySize: false }) });
}

/**
 * Reads logs of a range of blocks, each range while the one before is worked on. A range is halved when the node refuses it.
 * @throws BaseError (of viem) where the node refuses a single block or does not answer
 * @throws Error where the chain changed meanwhile, or an answer is none to what was asked
 */
export async function* readLogs(client: PublicClient, wanted: Wanted, { from, to }: Blocks): AsyncGenerator<LogRange> {
  const length = createBlockRange();

  async function next(begin: number): Promise<LogRange> {
    for (;;) {
      const upTo = length.upTo(begin, to);
      try {
        // In one request: a node that is behind would say of blocks it lacks that they have no logs.
        const asked = [askLogs(client, wanted, { from: begin, to: upTo }), askBlock(client, upTo)] as const;
        const [logs, last] = await Promise.all(asked);
        length.brought(logs.length);
        return { upTo, logs, headerOf: await askHeaders(client, logs, last) };
      } catch (error) {
        if (upTo === begin || !isRefusal(error)) throw error;
        length.refused(upTo - begin + 1);
      }
    }
  }

  for (let coming = next(from), upTo = from - 1; upTo < to;) {
    const range = await coming;
    ({ upTo } = range);
    if (upTo < to) {
      coming = next(upTo + 1);
      // Told to whoever waits for it.
      coming.catch(() => undefined);
    }
    yield range;
  }
}

/** @returns a block that names its parent; @throws Error where the node does not have it, or tells of another one */
export async function askBlock(client: PublicClient, number: number): Promise<Block> {
  const block = await readBlock(client, number);
  if (!lacksParent({ number, parentHash: block.parentHash })) return block;
  return { ...block, parentHash: (await readBlock(client, number - 1)).hash };
}

async function readBlock(client: PublicClient, number: number): Promise<Block> {
  const block = await client.request({ method: "eth_getBlockByNumber", params: [numberToHex(number), false] });
  if (Number(block?.number ?? NaN) !== number) throw new Error(`The node does not have block ${number}.`);
  return block as Block;
}

async function askLogs(client: PublicClient, { addresses, topics }: Wanted, { from, to }: Blocks): Promise<MinedLog[]> {
  const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
  const ask = async (filter: object): Promise<MinedLog[]> => {
    const answer: unknown = await client.request({ method: "eth_getLogs", params: [{ ...filter, ...range }] });
    if (!Array.isArray(answer)) throw new Error(`The node has no logs of blocks ${from} to ${to}, not even none.`);
    return answer as MinedLog[];
  };
  const [own, anybodys] = await Promise.all([
    addresses.length > 0 ? ask({ address: addresses }) : [],
    topics.length > 0 ? ask({ topics: [topics] }) : [],
  ]);
  const known = new Set(addresses);
  const others = anybodys.filter(({ address }) => !known.has(address.toLowerCase() as Address));
  const logs = [...own, ...others].sort(byPlace);
  for (const [index, log] of logs.entries()) {
    const block = Number(log.blockNumber);
    if (!(block >= from && block <= to)) throw new Error(`The node told of block ${block} among ${from} to ${to}.`);
    const before = logs[index - 1];
    if (before && byPlace(before, log) === 0)
      throw new Error(`The node told log ${Number(log.logIndex)} of block ${block} twice.`);
  }
  return logs;
}

function byPlace(a: MinedLog, b: MinedLog): number {
  return Number(a.blockNumber) - Number(b.blockNumber) || Number(a.logIndex) - Number(b.logIndex);
}

async function askHeaders(client: PublicClient, logs: readonly MinedLog[], last: Block) {
  const numbers = new Set(logs.map(({ blockNumber }) => Number(blockNumber)));
  numbers.delete(Number(last.number));
  const others = await Promise.all(Array.from(numbers, (number) => askBlock(client, number)));
  const headers = new Map([...others, last].map((block) => [Number(block.number), headerFrom(block)]));
  for (const { blockNumber, blockHash } of logs)
    if (headers.get(Number(blockNumber))?.hash !== blockHash)
      throw new Error(`The chain changed at block ${Number(blockNumber)}.`);
  return (block: number): Header => {
    const header = headers.get(block);
    if (!header) throw new Error(`Block ${block} was not read.`);
    return header;
  };
}

function headerFrom({ number, hash, timestamp }: Block): Header {
  return { number: hexToNumber(number), hash, timestamp: hexToNumber(timestamp) };
}

/** A shorter range is no help where the node does not answer. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const cause = error.walk((each) => each instanceof HttpRequestError);
  return !(cause instanceof HttpRequestError && cause.status === undefined);
}
