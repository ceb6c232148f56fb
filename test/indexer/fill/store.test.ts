import fc from "fast-check";
import { onchainTable, primaryKey } from "ponder";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createIndexingCache,
  createIndexingStore,
  getWhereCondition,
  type App,
  type Database,
  type Row,
  type Transaction,
} from "#indexer/fill/ponder.ts";
import { createRows } from "#indexer/fill/rows.ts";
import { createStore, type Store } from "#indexer/fill/store.ts";
import { writeChanges } from "#indexer/fill/write.ts";
import { common, inSchema, openSmallIndex } from "#test/indexer/small-index.ts";

/*
 * The same steps on our store and on Ponder's, both on a real Postgres: each must answer the same, and leave the same rows.
 */

const tablesIn = (schema: string) =>
  inSchema(schema, () => ({
    member: onchainTable("member", (t) => ({
      address: t.hex().primaryKey(),
      deals: t.int8({ mode: "number" }).notNull(),
      owed: t.bigint(),
      kind: t.text().default("new"),
    })),
    page: onchainTable(
      "page",
      (t) => ({
        book: t.hex().notNull(),
        at: t.bigint().notNull(),
        words: t.json().$type<unknown>(),
        topics: t.text().array(),
        isRead: t.boolean().notNull().default(false),
      }),
      (table) => ({ pk: primaryKey({ columns: [table.book, table.at] }) }),
    ),
  }));

const OURS = tablesIn("tt_ours");
const PONDERS = tablesIn("tt_ponders");
type Name = keyof typeof OURS;

let pool: Pool;
let userQB: Database["userQB"];
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, userQB, end } = await openSmallIndex());
  for (const schema of ["tt_ours", "tt_ponders"])
    await pool.query(`create schema ${schema}
      create table member (address text primary key, deals int8 not null, owed numeric(78), kind text)
      create table page (book text, at numeric(78), words json, topics text[], is_read boolean not null, primary key (book, at))`);
});

afterAll(() => end());

/** What both can do: write what came of some steps, and say what rows there are. */
type Side = { store: Store; flush: () => Promise<void> };

function ourSide({ isEmpty, rowsKept }: { isEmpty: boolean; rowsKept: number }): Side {
  const rows = createRows(Object.values(OURS), {
    isEmpty,
    rowsKept,
    read: async (table, key) =>
      (await userQB.wrap((db) => db.select().from(table).where(getWhereCondition(table, key))))[0] ?? null,
  });
  const flush = () => {
    rows.settle();
    const changes = rows.takeChanges();
    return userQB.transaction((transaction) => writeChanges(transaction, changes));
  };
  return { store: createStore(rows), flush };
}

function pondersSide({ isEmpty }: { isEmpty: boolean }): Side {
  const given = {
    common,
    schemaBuild: { schema: PONDERS },
    crashRecoveryCheckpoint: isEmpty ? undefined : [],
  } as never;
  const app = given as App & { eventCount: object };
  const indexingCache = createIndexingCache({ ...app, eventCount: {} });
  const store = createIndexingStore({
    ...app,
    indexingCache,
    indexingErrorHandler: { setRetryableError: () => undefined },
  });
  const readBy = (qb: unknown) => (indexingCache.qb = store.qb = qb as Transaction);
  readBy(userQB);
  const flush = async () => {
    await userQB.transaction(async (transaction) => {
      readBy(transaction);
      await indexingCache.flush();
    });
    readBy(userQB);
  };
  return { store: store.db as Store, flush };
}

const letters = fc.constantFrom("0xaa", "0xAA", "0xBb", "0xbb", "0xcc");
const number = fc.integer({ min: -3, max: 3 });
const amount = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
const words = fc.constantFrom<unknown>(null, "a\tb\\", ["x", { y: [1, null, "\n"] }], { "q'": '“"' }, 7, true, [], {});
const topics = fc.array(fc.constantFrom("deal:0x1", 'a"b', "c,d", "{}", "\\", "", "null", "é\t"), { maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const rowOf = {
  member: fc.record({
    address: letters,
    deals: number,
    owed: maybe(fc.option(amount)),
    kind: maybe(fc.constant("old")),
  }),
  page: fc.record({
    ...{ book: letters, at: fc.bigInt({ min: 0n, max: 2n }), words: maybe(words), topics: maybe(topics) },
    isRead: maybe(fc.boolean()),
  }),
};
const changesOf = {
  member: fc.record({ deals: maybe(number), owed: maybe(fc.option(amount)), kind: maybe(fc.constant("x")) }),
  page: fc.record({ words: maybe(words), topics: maybe(topics), isRead: maybe(fc.boolean()) }),
};

const stepOf = (name: Name) =>
  fc.record({
    table: fc.constant(name),
    kind: fc.constantFrom("find", "keep", "replace", "compute", "many", "update", "rewrite", "write" as const),
    row: rowOf[name] as fc.Arbitrary<Row>,
    other: rowOf[name] as fc.Arbitrary<Row>,
    changes: changesOf[name] as fc.Arbitrary<Row>,
  });
const step = fc.oneof(stepOf("member"), stepOf("page"));
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const KEYS = { member: ["address"], page: ["book", "at"] } as const;

async function take({ store, flush }: Side, tables: typeof OURS, { table: name, kind, row, other, changes }: Step) {
  const table = tables[name];
  const key = Object.fromEntries(KEYS[name].map((column) => [column, row[column]]));
  // Names what it was computed from, so that a stale row shows.
  const compute = (before: Row) =>
    name === "member" ? { deals: Number(before.deals) + 1 } : { words: [before.words] };
  if (kind === "write") return flush();
  if (kind === "find") return store.find(table, key);
  if (kind === "keep") return store.insert(table).values(row).onConflictDoNothing();
  if (kind === "replace") return store.insert(table).values(row).onConflictDoUpdate(changes);
  if (kind === "compute") return store.insert(table).values(row).onConflictDoUpdate(compute);
  if (kind === "many") return store.insert(table).values([row, other, row]).onConflictDoUpdate(compute);
  const isThere = await store.find(table, key);
  if (!isThere) return store.insert(table).values(row);
  return store.update(table, key).set(kind === "update" ? { ...key, ...changes } : compute);
}

/** What a side answers, without what makes it that side's: its proxies, its errors' words. */
async function answerOf(side: Side, tables: typeof OURS, each: Step): Promise<unknown> {
  try {
    const answer = await take(side, tables, each);
    return answer && structuredClone(Array.isArray(answer) ? answer.map((row) => row && { ...row }) : { ...answer });
  } catch (error) {
    return `refused: ${error instanceof TypeError ? String(error) : ""}`;
  }
}

describe("given our store and Ponder's", () => {
  test("when both take the same steps, then they answer the same and leave the same rows", async () => {
    const given = fc.record({ isEmpty: fc.boolean(), rowsKept: fc.integer({ min: 0, max: 3 }) });
    await fc.assert(
      fc.asyncProperty(given, fc.array(step, { maxLength: 40 }), async (kept, steps) => {
        await pool.query("truncate tt_ours.member, tt_ours.page, tt_ponders.member, tt_ponders.page");
        const [ours, ponders] = [ourSide(kept), pondersSide(kept)];
        for (const each of steps)
          expect(await answerOf(ours, OURS, each)).toEqual(await answerOf(ponders, PONDERS as never, each));
        for (const { flush } of [ours, ponders]) await flush();
        for (const [table, order] of [
          ["member", "address"],
          ["page", "book, at"],
        ] as const) {
          const left = (schema: string) => pool.query(`select * from ${schema}.${table} order by ${order}`);
          expect((await left("tt_ours")).rows).toEqual((await left("tt_ponders")).rows);
        }
      }),
      { numRuns: 60 },
    );
  });
});
