import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childEnv } from "#scripts/env.ts";
import { prepareMemory, remember } from "#scripts/indexer/memory.ts";
import { withClient } from "#scripts/postgres/database.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { ROOT } from "#scripts/root.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { startFakeNode } from "#test/support/fake-node.ts";

let database: TestDatabase;
let node: Awaited<ReturnType<typeof startFakeNode>>;
let code = "0x01";

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startFakeNode({ eth_chainId: () => "0x7a69", eth_getCode: () => code });
});

afterAll(async () => {
  node?.stop();
  await database?.drop();
});

type Ending = { exit: unknown; said: string };

/** Runs the supervisor to its end. */
function supervise(settings: Record<string, string>): Promise<Ending> {
  const env = childEnv({ DATABASE_URL: database.url, RPC_URL: node.rpcUrl, CHAIN_ID: "31337", ...settings });
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/indexer/main.ts"], { cwd: ROOT, env }, (error, _, stderr) =>
      resolve({ exit: error?.code ?? 0, said: stderr.trim() }),
    );
  });
}

async function schemas(): Promise<string[]> {
  const { rows } = await withClient(database.url, (client) =>
    client.query<{ name: string }>("select nspname as name from pg_namespace where nspname !~ '^pg_' order by 1"),
  );
  return rows.map(({ name }) => name);
}

describe("given a supervisor that cannot begin", () => {
  test.each([
    ["no node answers", { RPC_URL: "http://127.0.0.1:9" }, /^indexer: No node answers at RPC_URL \(http.+\)\.$/],
    [
      "the node is of another chain",
      { CHAIN_ID: "10" },
      /^indexer: The node at RPC_URL is of chain 31337, not 10: .+\.$/,
    ],
    ["no database is named", { DATABASE_URL: "" }, /^indexer: Set DATABASE_URL .+\.$/],
  ])("when %s, it says so in one sentence, and changes nothing", async (_, settings, sentence) => {
    const before = await schemas();
    expect(await supervise(settings)).toEqual({ exit: 1, said: expect.stringMatching(sentence) as string });
    expect(await schemas()).toEqual(before);
  });

  test("when nothing stands at a contract's address, it names the contract, and changes nothing", async () => {
    const before = await schemas();
    code = "0x";
    const { exit, said } = await supervise({});
    code = "0x01";
    expect({ exit, said }).toEqual({
      exit: 1,
      said: expect.stringMatching(/^indexer: Nothing stands at 0x.+\.$/) as string,
    });
    expect(await schemas()).toEqual(before);
  });

  test("when the database is down, it says so in one sentence", async () => {
    const port = await freePort();
    const { exit, said } = await supervise({ DATABASE_URL: `postgresql://nobody:none@127.0.0.1:${port}/none` });
    expect({ exit, said }).toEqual({
      exit: 1,
      said: expect.stringMatching(/^indexer: The database cannot be reached \(.+\)\.$/) as string,
    });
  });

  test("when the database holds the index of another chain, it says of which, and leaves it alone", async () => {
    const other = { chainId: 8453, building: "tt_other_1", shown: "tt_other_1" };
    await withClient(database.url, async (client) => {
      await prepareMemory(client);
      await remember(client, other);
    });
    const before = await schemas();
    const { exit, said } = await supervise({});
    expect({ exit, said }).toEqual({
      exit: 1,
      said: "indexer: The database holds the index of chain 8453, not of 31337: set CHAIN_ID, or another DATABASE_URL.",
    });
    expect(await schemas()).toEqual(before);
  });
});
