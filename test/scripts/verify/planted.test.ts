import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replayChain, type ReplayedChain } from "#scripts/verify/chain.ts";
import { readColumns, type Column } from "#scripts/verify/columns.ts";
import { compareTable } from "#scripts/verify/compare.ts";
import { describeDifferences, emptyReport, type Report } from "#scripts/verify/report.ts";
import { TABLE_NAMES, type TableName } from "#scripts/verify/rows.ts";
import { everything } from "#scripts/verify/scope.ts";
import { readHead } from "#scripts/verify/snapshot.ts";
import { verify } from "#scripts/verify/verify.ts";
import { startIndexedChain, type IndexedChain } from "#test/indexer/indexed-chain.ts";
import { playClaims } from "#test/indexer/scenario/claims.ts";
import { playConsents } from "#test/indexer/scenario/consents.ts";
import { playDisputes, playLapse } from "#test/indexer/scenario/disputes.ts";
import { playExchanges } from "#test/indexer/scenario/exchanges.ts";
import { playForgeries } from "#test/indexer/scenario/forgeries.ts";
import { playPanels } from "#test/indexer/scenario/panels.ts";
import { playRegistry } from "#test/indexer/scenario/registry.ts";
import { playSwaps } from "#test/indexer/scenario/swaps.ts";
import { playTokens } from "#test/indexer/scenario/tokens.ts";
import { accountAt } from "#test/indexer/scenario/world.ts";
import { silent } from "./empty-index.ts";
import { plantings, type Planting } from "./plantings.ts";

const PATIENCE_MS = 300_000;

let chain: IndexedChain;
/** Holds one transaction open, in which things are planted and undone. */
let client: Client;
let columns: Record<TableName, Column[]>;
let replayed: ReplayedChain;

beforeAll(async () => {
  chain = await startIndexedChain();
  const plays = [
    ...[playTokens, playExchanges, playDisputes, playLapse, playClaims],
    ...[playConsents, playRegistry, playPanels, playSwaps, playForgeries],
  ];
  for (const play of plays) await play(chain.world);
  await chain.startIndexer("tt_verify", "chain");
  await chain.untilIndexed("chain");

  client = new Client({ connectionString: chain.databaseUrl });
  await client.connect();
  await client.query("begin isolation level repeatable read");
  // The index goes on with each block; its head waits until what is planted is undone. A lock takes no snapshot yet.
  await client.query("lock table chain.head in exclusive mode");
  // Ponder's triggers, which note every change, would want a table that its own sessions have.
  await client.query("set local session_replication_role = replica");
  columns = await readColumns(client);
  replayed = await replayChain(chain.rpcUrl, await readHead(client), silent);
}, PATIENCE_MS);

afterAll(async () => {
  await client?.end();
  await chain?.end();
}, PATIENCE_MS);

describe("given a chain on which everything happened, and its index", () => {
  it("then the database equals the chain, in every table", async () => {
    const verdict = await verify({ ...chain, progress: silent });
    expect(describeDifferences(verdict)).toEqual([]);
    expect(verdict.values).toBeGreaterThan(2_000);
    for (const table of TABLE_NAMES) expect(replayed.tables[table].size, table).toBeGreaterThan(0);
  });

  it("then it does for what one member is part of, which is less", async () => {
    const whole = await verify({ ...chain, progress: silent });
    const part = await verify({ ...chain, address: accountAt(8).address, progress: silent });
    expect(describeDifferences(part)).toEqual([]);
    expect(part.rows).toBeGreaterThan(20);
    expect(part.rows).toBeLessThan(whole.rows);
  });

  for (const table of TABLE_NAMES) {
    it(`when a wrong value stands in any column of ${table}, or a row is missing or made up, then it is found`, async () => {
      expect(describeDifferences(await compare(table)), "nothing planted").toEqual([]);
      const planted = await plantings(client, table, columns[table]);
      expect(planted.length).toBeGreaterThanOrEqual(columns[table].length + 2);
      for (const planting of planted) {
        const found = await compareWith(table, planting);
        expect(
          found.map(({ column }) => column),
          planting.sql,
        ).toEqual(planting.finds);
      }
    });
  }
});

async function compareWith(table: TableName, { sql, values }: Planting): Promise<Report["differences"]> {
  await client.query("savepoint clean");
  try {
    const { rowCount } = await client.query(sql, values);
    expect(rowCount, sql).toBe(1);
    return (await compare(table)).differences;
  } finally {
    await client.query("rollback to savepoint clean");
  }
}

async function compare(table: TableName): Promise<Report> {
  const report = emptyReport();
  // A comparison takes out what it found.
  const tables = { ...replayed.tables, [table]: new Map<string, unknown>(replayed.tables[table]) };
  await compareTable(client, table, columns[table], { tables, report, scope: everything, tick: () => undefined });
  return report;
}
