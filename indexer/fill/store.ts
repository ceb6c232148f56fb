import type { Table } from "drizzle-orm";
import type { Row } from "./ponder.ts";
import type { Entry, Rows } from "./rows.ts";

type Changes = Row | ((row: Row) => Row);

/** What handlers of logs know as `db`: as Ponder's, on rows in memory. What it hands out must not be changed in place. */
export type Store = {
  find: (table: Table, key: Row) => Promise<Row | null>;
  insert: (table: Table) => { values: (values: Row | readonly Row[]) => Inserting };
  update: (table: Table, key: Row) => { set: (changes: Changes) => Promise<Row> };
};

/** Awaited as it is, it adds rows that must not be there yet. */
type Inserting = PromiseLike<Written> & {
  onConflictDoNothing: () => Promise<Written>;
  onConflictDoUpdate: (changes: Changes) => Promise<Written>;
};

/** One for one row, many for many; null for one that was there and stays. */
type Written = Row | null | (Row | null)[];

export function createStore(rows: Rows): Store {
  const change = (table: Table, entry: Entry, changes: Changes): Row =>
    rows.change(table, entry, typeof changes === "function" ? changes(entry.row) : changes);

  return {
    find: async (table, key) => (await rows.find(table, key))?.row ?? null,
    insert: (table) => ({
      values: (values) => {
        const add = (row: Row) => rows.add(table, row);
        return {
          then: (onDone, onFailed) => writeEach(values, add).then(onDone, onFailed),
          onConflictDoNothing: () =>
            writeEach(values, async (row) => ((await rows.find(table, row)) ? null : add(row))),
          onConflictDoUpdate: (changes) =>
            writeEach(values, async (row) => {
              const entry = await rows.find(table, row);
              return entry ? change(table, entry, changes) : add(row);
            }),
        };
      },
    }),
    update: (table, key) => ({
      async set(changes) {
        const entry = await rows.find(table, key);
        if (!entry) throw new Error(`There is no such row to change: ${Object.values(key).join()}.`);
        return change(table, entry, changes);
      },
    }),
  };
}

/** One after the other: the next may be the same row. */
async function writeEach(
  values: Row | readonly Row[],
  write: (row: Row) => Row | null | Promise<Row | null>,
): Promise<Written> {
  if (!isMany(values)) return write(values);
  const written: (Row | null)[] = [];
  for (const row of values) written.push(await write(row));
  return written;
}

function isMany(values: Row | readonly Row[]): values is readonly Row[] {
  return Array.isArray(values);
}
