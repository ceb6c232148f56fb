import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { numberToHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSyncStore } from "#indexer/sync-store.ts";
import { writeBlocksAtOnce } from "#indexer/write-at-once.ts";
import { ROOT } from "#scripts/root.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

type Rows = Record<string, unknown>[];
type Store = Record<"insertBlocks" | "insertTransactions" | "insertLogs", (given: object) => Promise<void>> & {
  getEventData(range: object): Promise<{ logs: { blockNumber: number; logIndex: number }[]; cursor: number }>;
};
type CreateStore = (given: { common: object; qb: never }) => Store;
type QueryBuilder = {
  transaction(run: (transaction: never) => Promise<void>): Promise<void>;
};

const CHAIN = 31337;
const TABLES = ["blocks", "transactions", "logs"] as const;

const silent = new Proxy({}, { get: () => () => undefined });
const common = {
  logger: silent,
  options: { databaseMaxQueryParameters: 16_000 },
  shutdown: { isKilled: false },
  metrics: new Proxy({}, { get: () => silent }),
};

let database: TestDatabase;
let pool: Pool;
let qb: QueryBuilder;
let ponders: CreateStore;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
  ponders = (await ofPonder<{ createSyncStore: CreateStore }>("sync-store/index.js")).createSyncStore;
  const { createQB } = await ofPonder<{ createQB: (...given: unknown[]) => QueryBuilder }>("database/queryBuilder.js");
  qb = createQB(drizzle(pool, { casing: "snake_case" }), { common, isAdmin: false });
  await createTables();
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe("given blocks, transactions and logs as a node tells them", () => {
  test("when our store writes them, then the rows are those that Ponder's own writes", async () => {
    const blocks = Array.from({ length: 70 }, (_, number) => blockAt(number));
    const rows = await written(createSyncStore as CreateStore, blocks);
    expect(rows.logs.length).toBe(70 * 12);
    expect(rows).toEqual(await written(ponders, blocks));
  });

  test("when a block is there already, then it is kept as it is", async () => {
    const other = { ...blockAt(3), miner: address(9) };
    const rows = await written(createSyncStore as CreateStore, [blockAt(3), other]);
    expect(rows).toEqual(await written(ponders, [blockAt(3)]));
  });

  test("when Postgres refuses a row, then whoever gave it is told, and nothing stays", async () => {
    const tooLong = { ...blockAt(2), hash: `0x${"ab".repeat(40)}` };
    const client = await pool.connect();
    await client.query("begin");
    const qb = { $client: client, wrap: (_: object, query: () => unknown) => query() };
    const store = (createSyncStore as CreateStore)({ common, qb: qb as never });
    const given = [blockAt(1), tooLong].map((block) => store.insertBlocks({ blocks: [block], chainId: CHAIN }));
    const outcomes = await Promise.allSettled(given);
    await client.query("commit");
    client.release();
    expect(outcomes[1]).toMatchObject({
      status: "rejected",
      reason: { message: expect.stringContaining("too long") as string },
    });
    expect(await rowsOf("blocks")).toEqual([]);
  });
});

describe("given more logs than are read at once", () => {
  test("when Ponder reads on from where an answer ended, then it gets every log once, in their order", async () => {
    const blocks = Array.from({ length: 400 }, (_, number) => blockAt(number));
    await insert(createSyncStore as CreateStore, blocks);
    const store = (createSyncStore as CreateStore)({ common, qb: qb as never });
    const filters = [{ type: "log", include: [], hasTransactionReceipt: false }];
    const answers: number[] = [];
    const read: string[] = [];
    for (let cursor = -1; cursor < 399;) {
      const range = { filters, fromBlock: cursor + 1, toBlock: 399, chainId: CHAIN, limit: 6_006 };
      const { logs, ...answer } = await store.getEventData(range);
      answers.push(logs.length);
      read.push(...logs.map((log) => `${log.blockNumber}/${log.logIndex}`));
      cursor = answer.cursor;
    }
    await truncate();
    expect(Math.max(...answers)).toBeLessThanOrEqual(2_000);
    expect(read).toEqual(blocks.flatMap(({ logs }, number) => logs.map((_, index) => `${number}/${index}`)));
  });
});

describe("given Ponder as it is started", () => {
  test("when its modules ask for the sync store, then they get ours", async () => {
    const store = `${import.meta.resolve("ponder")}/../sync-store/index.js`;
    const asked = `console.log((await import(${JSON.stringify(new URL(store).href)})).createSyncStore.toString())`;
    const preload = pathToFileURL(join(ROOT, "indexer/preload.ts")).href;
    const args = [`--import=${preload}`, "--input-type=module", "--eval", asked];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    expect(stdout).toContain("writerOf");
  });
});

describe("given another Ponder than ours was written for", () => {
  test("when Node loads what stands in for parts of it, then it says which and does not start", () => {
    expect(() => writeBlocksAtOnce("0.18.0")).toThrow(/stands in for a part of Ponder 0\.17\.7, and Ponder 0\.18\.0/);
  });
});

/** @returns the rows that a store leaves, which are gone after */
async function written(createStore: CreateStore, blocks: ReturnType<typeof blockAt>[]) {
  await insert(createStore, blocks);
  const rows = {
    blocks: await rowsOf("blocks"),
    transactions: await rowsOf("transactions"),
    logs: await rowsOf("logs"),
  };
  await truncate();
  return rows;
}

/** Writes blocks as Ponder's back-fill does, all in one transaction. */
async function insert(createStore: CreateStore, blocks: ReturnType<typeof blockAt>[]): Promise<void> {
  await qb.transaction(async (transaction) => {
    const store = createStore({ common, qb: transaction });
    await Promise.all(
      blocks.flatMap(({ transactions, logs, ...block }) => [
        store.insertBlocks({ blocks: [block], chainId: CHAIN }),
        store.insertTransactions({ transactions, chainId: CHAIN }),
        store.insertLogs({ logs, chainId: CHAIN }),
      ]),
    );
  });
}

async function truncate(): Promise<void> {
  for (const table of TABLES) await pool.query(`truncate ponder_sync.${table}`);
}

async function rowsOf(table: (typeof TABLES)[number]): Promise<Rows> {
  const { rows } = await pool.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ponder_sync.${table} t order by t::text`,
  );
  return rows.map(({ row }) => row);
}

const hash = (of: number) => numberToHex(of + 1, { size: 32 });
const address = (of: number) => `0x${(0xabcdef00 + of).toString(16).toUpperCase().padStart(40, "0")}`;

/** With what a node may leave out in every other one, and text that means something to JSON and to Postgres. */
function blockAt(number: number) {
  const isOld = number % 2 === 0;
  const place = { blockNumber: numberToHex(number), blockHash: hash(number) };
  return {
    number: numberToHex(number),
    timestamp: numberToHex(1_800_000_000 + number),
    ...{ hash: hash(number), parentHash: hash(number - 1), miner: address(number) },
    ...{ logsBloom: `0x${"0".repeat(512)}`, nonce: isOld ? undefined : "0x0000000000000042", mixHash: hash(1) },
    ...{ gasUsed: numberToHex(2n ** 70n), gasLimit: "0x1c9c380", baseFeePerGas: isOld ? undefined : "0x7" },
    ...{ stateRoot: hash(2), receiptsRoot: hash(3), transactionsRoot: hash(4), sha3Uncles: hash(5) },
    ...{ size: "0x220", difficulty: "0x0", totalDifficulty: isOld ? "0x0" : undefined },
    extraData: `0x"\\ {},${"'"}\t`,
    transactions: Array.from({ length: 3 }, (_, index) => ({
      ...place,
      ...{ transactionIndex: numberToHex(index), hash: hash(index), from: address(index) },
      ...{
        to: index === 0 ? null : address(index),
        input: `0x${"c0ffee".repeat(index)}`,
        value: numberToHex(10n ** 24n),
      },
      ...{ nonce: numberToHex(index), r: hash(6), s: hash(7), v: index === 1 ? undefined : "0x1", gas: "0x5208" },
      ...{ type: (["0x0", "0x1", "0x2"] as const)[index], gasPrice: index === 2 ? undefined : "0x3b9aca00" },
      ...(index === 2 ? { maxFeePerGas: "0x77359400", maxPriorityFeePerGas: "0x1" } : {}),
      ...(index > 0 ? { accessList: [{ address: address(1), storageKeys: [hash(8)] }] } : {}),
    })),
    logs: Array.from({ length: 12 }, (_, index) => ({
      ...place,
      ...{ logIndex: numberToHex(index), transactionIndex: "0x1", transactionHash: hash(1), address: address(index) },
      ...{ topics: Array.from({ length: index % 5 }, (_, topic) => hash(topic)), data: `0x${"00ff".repeat(index)}` },
    })),
  };
}

async function ofPonder<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, import.meta.resolve("ponder")).href)) as Module;
}

/** The tables of Ponder's cache, as its own migrations make them. */
async function createTables(): Promise<void> {
  const kysely = (await import(createRequire(import.meta.resolve("ponder")).resolve("kysely"))) as {
    [name in "Kysely" | "PostgresDialect" | "WithSchemaPlugin" | "Migrator"]: new (given: unknown) => {
      migrateToLatest(): Promise<{ error?: unknown }>;
    };
  };
  const { buildMigrationProvider } = await ofPonder<{ buildMigrationProvider: (logger: object) => object }>(
    "sync-store/migrations.js",
  );
  const db = new kysely.Kysely({
    dialect: new kysely.PostgresDialect({ pool }),
    plugins: [new kysely.WithSchemaPlugin("ponder_sync")],
  });
  const provider = buildMigrationProvider(silent);
  const { error } = await new kysely.Migrator({ db, provider, migrationTableSchema: "ponder_sync" }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(JSON.stringify(error));
}
