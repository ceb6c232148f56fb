import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Row } from "#indexer/fill/ponder.ts";
import { createRows, type Rows } from "#indexer/fill/rows.ts";

const member = pgTable("member", { address: text().primaryKey(), deals: bigint({ mode: "number" }).notNull() });
const holding = pgTable(
  "holding",
  { id: bigint({ mode: "bigint" }).notNull(), holder: text().notNull(), amount: bigint({ mode: "bigint" }).notNull() },
  (table) => [primaryKey({ columns: [table.id, table.holder] })],
);

const TABLES = [member, holding];

describe("given rows of an empty index", () => {
  let rows: Rows;
  beforeEach(() => {
    rows = createRows(TABLES, { isEmpty: true, read: () => Promise.reject(new Error("there is nothing to read")) });
  });

  test("when a change would give a row another key, then it is refused and the row stays", async () => {
    rows.add(member, { address: "0xa", deals: 1 });
    const entry = await rows.find(member, { address: "0xa" });
    expect(() => rows.change(member, entry!, { address: "0xb" })).toThrow("address of a row stays");
    expect((await rows.find(member, { address: "0xa" }))?.row).toEqual({ address: "0xa", deals: 1 });
  });

  test("when a column that must be there is left out, then the row is refused", () => {
    expect(() => rows.add(member, { address: "0xa" })).toThrow(/member\.deals.*not-null/);
  });

  test("when a table is none of the index, then it is named", async () => {
    await expect(rows.find(pgTable("other", { id: text().primaryKey() }), { id: "1" })).rejects.toThrow("other");
  });

  test("when a row is asked for that nobody added, then there is none, and the database is not asked", async () => {
    expect(await rows.find(holding, { id: 1n, holder: "0xa" })).toBeNull();
  });

  test("when a row changes, then what was handed out before is as it was", async () => {
    const before = rows.add(member, { address: "0xa", deals: 1 });
    rows.change(member, (await rows.find(member, { address: "0xa" }))!, { deals: 2 });
    expect(before).toEqual({ address: "0xa", deals: 1 });
  });

  test("when a new row changes before it is written, then it is written once, as it is then", async () => {
    rows.add(member, { address: "0xa", deals: 1 });
    rows.change(member, (await rows.find(member, { address: "0xa" }))!, { deals: 2 });
    expect(rows.takeChanges()).toEqual([{ table: member, added: [{ address: "0xa", deals: 2 }], changed: [] }]);
    expect(rows.takeChanges()).toEqual([]);
  });

  test("when two ask for a forgotten row at the same time, then both get the same one", async () => {
    const read = () => new Promise<Row>((resolve) => setTimeout(resolve, 5, { address: "0xa", deals: 1 }));
    rows = createRows(TABLES, { isEmpty: false, read });
    const [one, other] = await Promise.all([1, 2].map(() => rows.find(member, { address: "0xa" })));
    rows.change(member, one!, { deals: 2 });
    expect(other!.row).toEqual({ address: "0xa", deals: 2 });
  });
});

describe("given any steps of many rows, written and forgotten at any time", () => {
  const address = fc.integer({ min: 0, max: 40 }).map((index) => `0x${index}`);
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant("count" as const), address, by: fc.integer({ min: 1, max: 9 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("look" as const), address }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("write" as const) }) },
  );

  test("when few are kept in memory, then each is found as it was left, and the database has them all in the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 200 }), fc.integer({ min: 0, max: 10 }), async (steps, rowsKept) => {
        const database = new Map<string, Row>();
        const expected = new Map<string, number>();
        let inFlight: (() => void) | null = null;
        const settle = () => {
          inFlight?.();
          inFlight = null;
        };
        const read = (_: unknown, key: Row) => {
          settle();
          return Promise.resolve(database.get(key.address as string) ?? null);
        };
        const rows = createRows(TABLES, { isEmpty: true, read, rowsKept });
        const write = () => {
          settle();
          rows.settle();
          const changes = rows.takeChanges();
          inFlight = () => {
            for (const { added, changed } of changes) {
              for (const row of added) if (database.has(row.address as string)) throw new Error("written twice");
              for (const row of changed) if (!database.has(row.address as string)) throw new Error("not there");
              for (const row of [...added, ...changed]) database.set(row.address as string, row);
            }
          };
        };
        for (const each of steps) {
          if (each.kind === "write") write();
          else {
            const known = await rows.find(member, { address: each.address });
            expect(known?.row.deals).toBe(expected.get(each.address));
            if (each.kind === "look") continue;
            const deals = (expected.get(each.address) ?? 0) + each.by;
            expected.set(each.address, deals);
            if (known) rows.change(member, known, { deals });
            else rows.add(member, { address: each.address, deals });
          }
        }
        write();
        settle();
        expect(new Map([...database].map(([key, { deals }]) => [key, deals]))).toEqual(expected);
      }),
    );
  });

  test("when a table was only written before, then its rows are found wherever they are", async () => {
    const database = new Map<string, Row>();
    const rows = createRows(TABLES, {
      isEmpty: true,
      read: (_, { address: key }) => Promise.resolve(database.get(key as string) ?? null),
    });
    rows.add(member, { address: "0xa", deals: 1 });
    for (const { added } of rows.takeChanges()) for (const row of added) database.set(row.address as string, row);
    rows.settle();
    rows.add(member, { address: "0xb", deals: 2 });
    expect((await rows.find(member, { address: "0xa" }))?.row.deals).toBe(1);
    expect((await rows.find(member, { address: "0xb" }))?.row.deals).toBe(2);
    expect(await rows.find(member, { address: "0xc" })).toBeNull();
  });
});
