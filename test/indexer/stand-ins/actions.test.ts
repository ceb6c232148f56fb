import { pgSchema, text } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAX_CHECKPOINT, encodeCheckpoint, type Database } from "#indexer/fill/ponder.ts";
import { commitBlock, createIndexes } from "#indexer/stand-ins/actions.ts";
import { openSmallIndex } from "#test/indexer/small-index.ts";

const SCHEMA = "tt_noted";
const noted = pgSchema(SCHEMA);
const TABLES = ["deal", "member", "rating"].map((name) => noted.table(name, { id: text().primaryKey() }));

const PENDING = encodeCheckpoint(MAX_CHECKPOINT);
const at = (block: number) =>
  encodeCheckpoint({ ...MAX_CHECKPOINT, blockTimestamp: 1_000 + block, chainId: 1, blockNumber: block });

let index: Awaited<ReturnType<typeof openSmallIndex>>;
let pool: Pool;
let qb: Database["userQB"];

beforeAll(async () => {
  index = await openSmallIndex();
  ({ pool, userQB: qb } = index);
});

beforeEach(async () => {
  await pool.query(`create schema ${SCHEMA}`);
  for (const name of ["deal", "member", "rating"])
    await pool.query(`create table ${SCHEMA}.${name} (id text primary key, note text);
      create table ${SCHEMA}._reorg__${name} (id text, checkpoint varchar(75))`);
});

afterEach(() => pool.query(`drop schema ${SCHEMA} cascade`));

afterAll(() => index.end());

async function note(table: string, id: string): Promise<void> {
  await pool.query(`insert into ${SCHEMA}._reorg__${table} values ($1, $2)`, [id, PENDING]);
}

async function notes(table: string) {
  const { rows } = await pool.query<{ id: string; checkpoint: string }>(
    `select id, checkpoint from ${SCHEMA}._reorg__${table} order by id`,
  );
  return rows.map(({ id, checkpoint }) => [id, checkpoint]);
}

const commit = (block: number) =>
  qb.transaction(async (transaction) => {
    await Promise.all(TABLES.map((table) => commitBlock(transaction, { table, checkpoint: at(block) })));
  });

describe("given what triggers noted of the rows of a block", () => {
  test("when the block is committed, then all tables' notes have its checkpoint, and older ones keep theirs", async () => {
    await note("deal", "a");
    await note("rating", "b");
    await commit(1);
    await note("deal", "c");
    await commit(2);
    expect(await notes("deal")).toEqual([
      ["a", at(1)],
      ["c", at(2)],
    ]);
    expect(await notes("rating")).toEqual([["b", at(1)]]);
    expect(await notes("member")).toEqual([]);
  });

  test("when one transaction holds two blocks, then each has its own", async () => {
    await qb.transaction(async (transaction) => {
      for (const block of [1, 2]) {
        await transaction.$client.query(`insert into ${SCHEMA}._reorg__deal values ('${block}', '${PENDING}')`);
        await Promise.all(TABLES.map((table) => commitBlock(transaction, { table, checkpoint: at(block) })));
      }
    });
    expect(await notes("deal")).toEqual([
      ["1", at(1)],
      ["2", at(2)],
    ]);
  });
});

describe("given the indexes of an index", () => {
  const create = (sql: string[]) => createIndexes(qb, { statements: { indexes: { sql } } });
  const names = async () =>
    (
      await pool.query<{ name: string }>(
        `select indexname as name from pg_indexes where schemaname = '${SCHEMA}' and indexname like 'by_%' order by 1`,
      )
    ).rows;

  test("when they are made, then all are there", async () => {
    await create([`create index by_note on ${SCHEMA}.deal (note)`, `create index by_name on ${SCHEMA}.member (note)`]);
    expect(await names()).toEqual([{ name: "by_name" }, { name: "by_note" }]);
  });
});
