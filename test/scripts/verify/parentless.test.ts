import { numberToHex, type Hex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askChain } from "#scripts/chain/rpc.ts";
import { replayChain } from "#scripts/verify/chain.ts";
import { silent } from "./empty-index.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";

let chain: TestChain;

beforeAll(async () => {
  chain = await startTestChain();
  await askChain(chain.rpcUrl, "evm_setIntervalMining", [0]);
});

afterAll(() => chain?.stop());

const hashAt = async (block: number) =>
  ((await askChain(chain.rpcUrl, "eth_getBlockByNumber", [numberToHex(block), false])) as { hash: Hex }).hash;

test("given an index in the middle of blocks that Hardhat made at once, when the chain is replayed, then its head has a parent", async () => {
  await askChain(chain.rpcUrl, "hardhat_mine", [numberToHex(40)]);
  const block = Number(await askChain(chain.rpcUrl, "eth_blockNumber")) - 5;
  const { head } = await replayChain(chain.rpcUrl, { chainId: 31337, block, hash: await hashAt(block) }, silent);
  expect(head.parentHash).toBe(await hashAt(block - 1));
});
