import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Block, BlockReader } from "#scripts/indexer/chain-blocks.ts";
import { compareLineage, forgetLineage, rememberFirst, rememberLineage } from "#scripts/indexer/lineage.ts";
import { prepareMemory } from "#scripts/indexer/memory.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await prepareMemory(client);
});

beforeEach(() => forgetLineage(client));

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** A chain up to block `newest`, whose blocks from `fork` on are called otherwise. */
function aChain(
  newest: number,
  fork = newest + 1,
  name = "other",
): { blocks: BlockReader; newest: Block; asked: () => number } {
  let asked = 0;
  const hash = (number: number) => `${number >= fork ? name : "first"}-${number}`;
  const at = (number: number): Block => ({
    number,
    hash: hash(number),
    parentHash: hash(number - 1),
    timestamp: number,
  });
  const read = (place: number | "latest") => {
    asked += 1;
    const number = place === "latest" ? newest : place;
    return Promise.resolve(number > newest ? null : at(number));
  };
  return { blocks: { read }, newest: at(newest), asked: () => asked };
}

async function remember(chain: ReturnType<typeof aChain>): Promise<void> {
  await rememberFirst(client, chain.blocks, chain.newest.number);
  await rememberLineage(client, chain.blocks, chain.newest);
}

describe("given the blocks of a chain that an index was built from", () => {
  test("when the node has them all, the chain is the same", async () => {
    await remember(aChain(500));
    const { blocks } = aChain(520);
    expect(await compareLineage(client, blocks, { finalBlock: 470, newest: 520 })).toEqual({ kind: "same" });
  });

  test("when only later blocks than the final one were replaced, that is Ponder's to take back", async () => {
    await remember(aChain(500));
    const { blocks } = aChain(520, 471);
    expect(await compareLineage(client, blocks, { finalBlock: 470, newest: 520 })).toEqual({ kind: "same" });
  });

  test("when the final block was replaced, the chain is another one", async () => {
    await remember(aChain(500));
    const { blocks } = aChain(520, 470);
    expect(await compareLineage(client, blocks, { finalBlock: 470, newest: 520 })).toEqual({
      kind: "other",
      block: 470,
    });
  });

  test("when the index was filled further than is remembered, and its last block was replaced, the chain is another one", async () => {
    await remember(aChain(300));
    const held = [
      { number: 360, hash: "first-360" },
      { number: 470, hash: "first-470" },
    ];
    const sight = { finalBlock: 470, newest: 520, held };
    expect(await compareLineage(client, aChain(520).blocks, sight)).toEqual({ kind: "same" });
    expect(await compareLineage(client, aChain(520, 400).blocks, sight)).toEqual({ kind: "other", block: 470 });
  });

  test("when a block of the index that is not final was replaced, that is Ponder's to take back", async () => {
    await remember(aChain(300));
    const held = [{ number: 480, hash: "first-480" }];
    const { blocks } = aChain(520, 475);
    expect(await compareLineage(client, blocks, { finalBlock: 470, newest: 520, held })).toEqual({ kind: "same" });
  });

  test("when the chain began anew it is another one, however short it is still", async () => {
    await remember(aChain(500));
    for (const newest of [0, 1, 9, 60, 250]) {
      const { blocks } = aChain(newest, 0);
      expect((await compareLineage(client, blocks, { finalBlock: 470, newest })).kind).toBe("other");
    }
  });

  test("when the node knows less, and nothing else, it is behind", async () => {
    await remember(aChain(500));
    const { blocks } = aChain(300);
    expect(await compareLineage(client, blocks, { finalBlock: 470, newest: 300 })).toEqual({ kind: "node_behind" });
  });

  test("when nothing is remembered, nothing speaks against the node", async () => {
    const { blocks } = aChain(300);
    expect(await compareLineage(client, blocks, { finalBlock: 200, newest: 300 })).toEqual({ kind: "same" });
  });

  test("a new block is remembered by asking for nothing that is remembered", async () => {
    await remember(aChain(500));
    const longer = aChain(501);
    await rememberLineage(client, longer.blocks, longer.newest);
    expect(longer.asked()).toBe(0);
  });

  test("after a reorganisation the new blocks take the old ones' places", async () => {
    await remember(aChain(500));
    await rememberLineage(client, aChain(505, 480).blocks, aChain(505, 480).newest);
    const { blocks } = aChain(520, 480);
    expect(await compareLineage(client, blocks, { finalBlock: 500, newest: 520 })).toEqual({ kind: "same" });
    expect((await compareLineage(client, aChain(520).blocks, { finalBlock: 500, newest: 520 })).kind).toBe("other");
  });

  test("a chain that changes while it is read is not remembered", async () => {
    const { blocks } = aChain(500);
    await rememberLineage(client, blocks, aChain(501, 500, "later").newest);
    expect((await client.query("select from supervisor.known_block where hash = 'later-501'")).rowCount).toBe(0);
  });
});
