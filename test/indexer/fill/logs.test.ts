import { numberToHex, zeroHash, type Address, type Hex } from "viem";
import { afterEach, describe, expect, test } from "vitest";
import { askBlock, chainReader, readLogs, type Wanted } from "#indexer/fill/logs.ts";
import { startFakeNode, type Answers } from "#test/support/fake-node.ts";

const OURS: Address = "0x00000000000000000000000000000000000000aa";
const STRANGER: Address = "0x00000000000000000000000000000000000000bb";
const TOPIC: Hex = numberToHex(7, { size: 32 });
const WANTED: Wanted = { addresses: [OURS], topics: [TOPIC] };

type Filter = { address?: string[]; topics?: string[][]; fromBlock: Hex; toBlock: Hex };
type Told = { block: number; logIndex: number; address?: Address; topic?: Hex };

let stop = (): void => undefined;
afterEach(() => stop());

const hashOf = (block: number) => numberToHex(block + 1, { size: 32 });

/** A node with these logs, which keeps to filters; some answers can be others. */
async function nodeWith(told: readonly Told[], change: Answers = {}, blocksAtOnce = Infinity) {
  const asked: [number, number][] = [];
  const node = await startFakeNode({
    eth_getLogs: (params: never[]) => {
      const [{ address, topics, fromBlock, toBlock }] = params as unknown as [Filter];
      if (address) asked.push([Number(fromBlock), Number(toBlock)]);
      if (Number(toBlock) - Number(fromBlock) >= blocksAtOnce) throw new Error(`at most ${blocksAtOnce} blocks`);
      const isIn = ({ block }: Told) => block >= Number(fromBlock) && block <= Number(toBlock);
      const isWanted = (log: Told) =>
        address ? address.includes(log.address ?? OURS) : topics?.[0]?.includes(log.topic ?? TOPIC);
      return told.filter((log) => isIn(log) && isWanted(log)).map(logOf);
    },
    eth_getBlockByNumber: ([number]: Hex[]) => ({
      number,
      hash: hashOf(Number(number)),
      timestamp: numberToHex(Number(number) * 12),
    }),
    ...change,
  });
  stop = node.stop;
  return { client: chainReader(node.rpcUrl), asked };
}

function logOf({ block, logIndex, address = OURS, topic = TOPIC }: Told) {
  const place = { blockNumber: numberToHex(block), blockHash: hashOf(block), logIndex: numberToHex(logIndex) };
  return { ...place, address, topics: [topic], data: "0x", transactionHash: hashOf(0) };
}

async function read({ client }: Awaited<ReturnType<typeof nodeWith>>, to: number) {
  const places: string[] = [];
  const upTos: number[] = [];
  for await (const { upTo, logs, headerOf } of readLogs(client, WANTED, { from: 0, to })) {
    upTos.push(upTo);
    for (const log of logs) {
      const block = Number(log.blockNumber);
      expect(headerOf(block).timestamp).toBe(block * 12);
      places.push(`${block}/${Number(log.logIndex)}`);
    }
    expect(headerOf(upTo).timestamp).toBe(upTo * 12);
  }
  return { places, upTos };
}

describe("given a node that will not have it", () => {
  test("when it refuses a single block, then reading ends with its words", async () => {
    const refuse = () => {
      throw new Error("not today");
    };
    const node = await nodeWith([], { eth_getLogs: refuse });
    await expect(read(node, 0)).rejects.toThrow("not today");
  });

  test("when it does not answer at all, then no shorter range is tried", async () => {
    const node = await nodeWith([]);
    stop();
    await expect(read(node, 1_000)).rejects.toThrow(/HTTP request failed/);
    expect(node.asked).toEqual([]);
  });

  test("when a block is another one than its logs say, then reading ends and names it", async () => {
    const node = await nodeWith([{ block: 3, logIndex: 0 }], {
      eth_getBlockByNumber: () => ({ number: "0x3", hash: hashOf(9), timestamp: "0x1" }),
    });
    await expect(read(node, 3)).rejects.toThrow("The chain changed at block 3.");
  });

  test("when two logs of one block name two hashes, then reading ends and names it", async () => {
    const [one, other] = [0, 1].map((logIndex) => logOf({ block: 2, logIndex }));
    for (const logs of [
      [{ ...one, blockHash: hashOf(9) }, other],
      [one, { ...other, blockHash: hashOf(9) }],
    ]) {
      const node = await nodeWith([], { eth_getLogs: ([asked]: Filter[]) => (asked?.address ? logs : []) });
      await expect(read(node, 3)).rejects.toThrow("The chain changed at block 2.");
      stop();
    }
  });

  test.each([
    ["a log of a block nobody asked about", [{ block: 4, logIndex: 0 }], "The node told of block 4 among 0 to 3."],
    [
      "the same log twice",
      [
        { block: 1, logIndex: 7 },
        { block: 1, logIndex: 7 },
      ],
      "The node told log 7 of block 1 twice.",
    ],
  ])("when it tells %s, then reading ends and names it", async (_, told, said) => {
    const answer = ([asked]: Filter[]) => (asked?.address ? told.map(logOf) : []);
    await expect(read(await nodeWith([], { eth_getLogs: answer }), 3)).rejects.toThrow(said);
  });

  test("when it tells a log that is in no block yet, then reading ends", async () => {
    const pending = { ...logOf({ block: 0, logIndex: 0 }), blockNumber: null, blockHash: null };
    const answer = ([asked]: Filter[]) => (asked?.address ? [pending] : []);
    await expect(read(await nodeWith([], { eth_getLogs: answer }), 3)).rejects.toThrow("The chain changed at block 0.");
  });

  test("when it answers nothing where there should be a list, then reading ends and names the blocks", async () => {
    const node = await nodeWith([], { eth_getLogs: () => null });
    await expect(read(node, 3)).rejects.toThrow("The node has no logs of blocks 0 to 3, not even none.");
  });

  test("when it answers with another block, then reading ends and names the one it asked for", async () => {
    const node = await nodeWith([], {
      eth_getBlockByNumber: () => ({ number: "0x2", hash: hashOf(2), timestamp: "0x1" }),
    });
    await expect(read(node, 3)).rejects.toThrow("The node does not have block 3.");
  });

  test("when a block is gone, then reading ends and names it", async () => {
    const node = await nodeWith([], { eth_getBlockByNumber: () => null });
    await expect(read(node, 3)).rejects.toThrow("The node does not have block 3.");
  });

  test("when it takes turns with one that has no block yet, then no range is taken for empty", async () => {
    // Who answers a request answers all of it; the next request is the other's.
    let isBehind = true;
    let turn: NodeJS.Timeout | null = null;
    const isAnsweredBehind = () => {
      turn ??= setTimeout(() => ([isBehind, turn] = [!isBehind, null]));
      return isBehind;
    };
    const node = await nodeWith([], {
      eth_getLogs: ([asked]: Filter[]) =>
        isAnsweredBehind() || !asked?.address ? [] : [logOf({ block: 1, logIndex: 0 })],
      eth_getBlockByNumber: ([number]: Hex[]) =>
        isAnsweredBehind() ? null : { number, hash: hashOf(Number(number)), timestamp: numberToHex(12) },
    });
    await expect(read(node, 1)).rejects.toThrow("The node does not have block 1.");
  });
});

describe("given a node that takes ten blocks at once", () => {
  test("when more are wanted, then every log is read once, in order, and the ranges follow upon each other", async () => {
    const told = Array.from({ length: 60 }, (_, block) => ({ block, logIndex: block % 3 }));
    const node = await nodeWith(told, {}, 10);
    const { places, upTos } = await read(node, 59);
    expect(places).toEqual(told.map(({ block, logIndex }) => `${block}/${logIndex}`));
    expect(upTos.at(-1)).toBe(59);
    const taken = node.asked.filter(([from, to]) => to - from < 10);
    expect(taken.map(([from]) => from)).toEqual([0, ...taken.slice(0, -1).map(([, to]) => to + 1)]);
  });
});

describe("given logs of ours and of strangers", () => {
  test("when one is both of our address and of a topic of anybody's, then it is read once", async () => {
    const node = await nodeWith([{ block: 1, logIndex: 0, topic: TOPIC }]);
    expect((await read(node, 5)).places).toEqual(["1/0"]);
  });

  test("when a stranger's stands between ours, then it is read in its place", async () => {
    const node = await nodeWith([
      { block: 1, logIndex: 0 },
      { block: 1, logIndex: 1, address: STRANGER },
      { block: 1, logIndex: 2 },
    ]);
    expect((await read(node, 5)).places).toEqual(["1/0", "1/1", "1/2"]);
  });

  test("when the node tells them out of order, then they are put in order", async () => {
    const node = await nodeWith([
      { block: 2, logIndex: 10 },
      { block: 2, logIndex: 9 },
      { block: 1, logIndex: 300 },
    ]);
    expect((await read(node, 5)).places).toEqual(["1/300", "2/9", "2/10"]);
  });
});

describe("given a node whose blocks name no parent, as Hardhat's where many were made at once", () => {
  test("when one is asked for, then it names the one before, and the first one none", async () => {
    const { client } = await nodeWith([], {
      eth_getBlockByNumber: ([number]: Hex[]) => ({ number, hash: hashOf(Number(number)), parentHash: zeroHash }),
    });
    expect((await askBlock(client, 5)).parentHash).toBe(hashOf(4));
    expect((await askBlock(client, 0)).parentHash).toBe(zeroHash);
  });
});
