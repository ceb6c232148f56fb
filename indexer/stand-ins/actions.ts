import { getTableName, type Table } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { encodeCheckpoint, MAX_CHECKPOINT, part, type Database, type Transaction } from "../fill/ponder.ts";

type CommitBlock = (transaction: Transaction, block: { table: Table; checkpoint: string }) => Promise<void>;
type CreateIndexes = (qb: Database["userQB"], given: { statements: { indexes: { sql: string[] } } }) => Promise<void>;

const ponders = await part<Record<string, unknown>>("database/actions.js");
const { getReorgTableName } = await part<{ getReorgTableName: (table: string) => string }>("drizzle/onchain.js");

export const {
  createLiveQueryTriggers,
  createTriggers,
  createViews,
  dropLiveQueryTriggers,
  dropTriggers,
  finalizeMultichain,
  revertMultichain,
} = ponders;

/** What a trigger notes of a row's change has this checkpoint until the block's is known. */
const PENDING = encodeCheckpoint(MAX_CHECKPOINT);

type Batch = { tables: Table[]; done: Promise<void> };
const batches = new Map<Transaction, Batch>();

/** As Ponder's, which is called for each table of a block: but all of them go to Postgres together. */
export const commitBlock: CommitBlock = (transaction, { table, checkpoint }) => {
  const begun = batches.get(transaction) ?? begin(transaction, checkpoint);
  begun.tables.push(table);
  return begun.done;
};

function begin(transaction: Transaction, checkpoint: string): Batch {
  const tables: Table[] = [];
  const done = Promise.resolve().then(async () => {
    batches.delete(transaction);
    const statements = tables.map((table) => {
      const { schema = "public" } = getTableConfig(table as PgTable);
      const noted = `"${schema}"."${getReorgTableName(getTableName(table))}"`;
      return `update ${noted} set checkpoint = '${checkpoint}' where checkpoint = '${PENDING}'`;
    });
    await transaction.$client.query(statements.join(";"));
  });
  const batch = { tables, done };
  batches.set(transaction, batch);
  return batch;
}

/** As Ponder's: but in one transaction, since a disk takes longer to confirm each than Postgres to make a small index. */
export const createIndexes: CreateIndexes = (qb, { statements }) =>
  qb.transaction(async ({ $client }) => {
    await $client.query("set local statement_timeout = '1h'");
    for (const statement of statements.indexes.sql) await $client.query(statement);
  });
