import { createPublicClient, custom, numberToHex } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { head } from "#indexer/ponder.schema.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { readVerification } from "#web/features/head/verification.ts";

let test: ConnectedDatabase;

/** A node that is at `newest`, and makes each block's hash of its number. */
function aNode(newest: number) {
  const node = { newest, answers: true };
  const request = ({ method, params }: { method: string; params?: [string] }) => {
    if (!node.answers) return Promise.reject(new Error("no node"));
    if (method === "eth_blockNumber") return Promise.resolve(numberToHex(node.newest));
    const number = params?.[0] ?? "0x0";
    return Promise.resolve(Number(number) > node.newest ? null : { number, hash: hashOf(Number(number)) });
  };
  return { node, client: createPublicClient({ transport: custom({ request }, { retryCount: 0 }) }) };
}

function hashOf(block: number) {
  return numberToHex(block, { size: 32 });
}

const indexed = async (block: number) => {
  await test.db.delete(head);
  await test.db.insert(head).values({ chainId: 1, block, hash: hashOf(block), parentHash: hashOf(0), timestamp: 1 });
};

beforeAll(async () => {
  test = await connectTestDatabase();
  await createIndexTables(test.db, [head]);
});
beforeEach(() => test.db.delete(head));
afterAll(() => test.close());

describe("given nothing to lay beside the node", () => {
  it("says so where nothing is indexed", async () => {
    expect(await readVerification(test.db, aNode(5).client)).toBeNull();
  });

  it("leaves the node's side open where it does not answer", async () => {
    await indexed(7);
    const { node, client } = aNode(7);
    node.answers = false;
    expect(await readVerification(test.db, client)).toMatchObject({ block: 7, nodeHash: null, nodeBlock: null });
  });
});

describe("given an index and a node", () => {
  it("names the hash of the index's block at either", async () => {
    await indexed(7);
    const found = await readVerification(test.db, aNode(9).client);
    expect(found).toMatchObject({ block: 7, hash: hashOf(7), nodeHash: hashOf(7), nodeBlock: 9 });
  });

  it("never calls a block the node's newest that the index has passed", async () => {
    await indexed(7);
    const { node, client } = aNode(7);
    await readVerification(test.db, client);

    node.newest = 8;
    await indexed(8);
    expect(await readVerification(test.db, client)).toMatchObject({ block: 8, nodeBlock: 8 });
  });
});
