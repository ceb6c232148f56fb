import { numberToHex, zeroHash } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Block } from "#indexer/fill/ponder.ts";
import { eth_getBlockByHash, eth_getBlockByNumber } from "#indexer/stand-ins/block-reading.ts";
import { askChain } from "#scripts/chain/rpc.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";

const BLOCKS = 40;

let chain: TestChain;
let newest: number;

beforeAll(async () => {
  chain = await startTestChain();
  await askChain(chain.rpcUrl, "evm_setIntervalMining", [0]);
  await askChain(chain.rpcUrl, "hardhat_mine", [numberToHex(BLOCKS)]);
  newest = Number(await askChain(chain.rpcUrl, "eth_blockNumber"));
});

afterAll(() => chain?.stop());

const rpc = {
  request: ({ method, params }: { method: string; params: unknown[] }) => askChain(chain.rpcUrl, method, params),
};
const byNumber = (number: number) => eth_getBlockByNumber(rpc, [numberToHex(number), true], {});
const asTheNodeHasIt = async (number: number) =>
  (await askChain(chain.rpcUrl, "eth_getBlockByNumber", [numberToHex(number), true])) as Block;

describe("given a chain of Hardhat on which many blocks were made at once", () => {
  test("when they are read by number or hash, then each names the one before as its parent", async () => {
    const asked = Array.from({ length: BLOCKS + 1 }, (_, index) => newest - BLOCKS + index);
    expect((await Promise.all(asked.map(asTheNodeHasIt))).some(({ parentHash }) => parentHash === zeroHash)).toBe(true);
    const blocks = await Promise.all(asked.map(byNumber));
    expect(blocks.slice(1).map(({ parentHash }) => parentHash)).toEqual(blocks.slice(0, -1).map(({ hash }) => hash));
    const again = await Promise.all(blocks.map(({ hash }) => eth_getBlockByHash(rpc, [hash, true], {})));
    expect(again).toEqual(blocks);
  });

  test("when the chain's first block is read, then it has no parent", async () => {
    expect((await byNumber(0)).parentHash).toBe(zeroHash);
  });

  test("when there is no such block, then that is said, as by Ponder", async () => {
    await expect(byNumber(newest + 1_000)).rejects.toThrow(/could not be found/);
  });
});
