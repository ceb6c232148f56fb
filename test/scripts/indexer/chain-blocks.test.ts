import { Client } from "pg";
import { numberToHex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askChain } from "#scripts/chain/rpc.ts";
import { createBlockReader } from "#scripts/indexer/chain-blocks.ts";
import { compareLineage, rememberFirst, rememberLineage } from "#scripts/indexer/lineage.ts";
import { prepareMemory } from "#scripts/indexer/memory.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let chain: TestChain;
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  [chain, database] = await Promise.all([startTestChain(), createTestDatabase()]);
  await askChain(chain.rpcUrl, "evm_setIntervalMining", [0]);
  client = new Client({ connectionString: database.url });
  await client.connect();
  await prepareMemory(client);
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
  await chain?.stop();
});

const mine = (blocks: number) => askChain(chain.rpcUrl, "hardhat_mine", [numberToHex(blocks)]);

test("given many blocks made at once by Hardhat, when later ones are replaced, then the chain is another one", async () => {
  const blocks = createBlockReader(chain.rpcUrl);
  const remember = async () => {
    const newest = await blocks.read("latest");
    if (!newest) throw new Error("There is no block.");
    await rememberFirst(client, blocks, newest.number);
    await rememberLineage(client, blocks, newest);
    return newest;
  };
  await remember();
  await mine(60);
  const snapshot = await askChain(chain.rpcUrl, "evm_snapshot");
  await mine(40);
  const final = await remember();
  await askChain(chain.rpcUrl, "evm_revert", [snapshot]);
  await askChain(chain.rpcUrl, "evm_increaseTime", [7]);
  await mine(45);
  const newest = Number(await askChain(chain.rpcUrl, "eth_blockNumber"));
  expect(await compareLineage(client, blocks, { finalBlock: final.number, newest })).toEqual({
    kind: "other",
    block: final.number,
  });
});
