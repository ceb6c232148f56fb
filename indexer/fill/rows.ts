import { getTableName, type Table } from "drizzle-orm";
import { getCacheKey, getPrimaryKeyCache, normalizeRow, normalizeUpdateSet, type Row } from "./ponder.ts";

/** What is to be written of one table. */
export type TableChanges = { table: Table; added: Row[]; changed: Row[] };

/** A row that is in memory. Its values are never changed in place: what is handed out stays as it was. */
export type Entry = { readonly row: Row };

/** The rows of an index that is being filled. */
export type Rows = {
  /** @returns the row with a key, null where there is none */
  find: (table: Table, key: Row) => Promise<Entry | null>;
  /** Adds a row that is not there. */
  add: (table: Table, row: Row) => Row;
  /** @throws Error where a change would make it the row of another key */
  change: (table: Table, entry: Entry, changes: Row) => Row;
  /** @returns what was added and changed since this was last asked, each row as it is now */
  takeChanges: () => TableChanges[];
  /** Tells that everything taken before is in the database: what was not used lately can be forgotten. */
  settle: () => void;
};

type Held = { row: Row; isStored: boolean; isDue: boolean };

/** A table's rows in memory: those used since a while, and those used in the while before. */
type Shelf = {
  recent: Map<string, Held>;
  older: Map<string, Held>;
  /** Those that are not written yet. */
  due: Held[];
  /** Whether a row that is not here does not exist. */
  isWhole: boolean;
  /** Whether a row was ever asked for. Most tables are only written; then nothing is kept but what is due. */
  isRead: boolean;
};

/** What is in the database. */
export type Source = {
  /** Whether it has no rows yet. */
  isEmpty: boolean;
  /** Reads a row that was written before. */
  read: (table: Table, key: Row) => Promise<Row | null>;
  /** As many rows are kept in memory at least, if there are. */
  rowsKept?: number;
};

const ROWS_KEPT = 60_000;

/**
 * Keeps the rows of an index in memory while it is filled: all of them where they are few, those used lately where they are
 * many. A row that was forgotten is read from the database.
 */
export function createRows(tables: readonly Table[], { isEmpty, read, rowsKept = ROWS_KEPT }: Source): Rows {
  const keyColumns = getPrimaryKeyCache(tables);
  const shelves = new Map<Table, Shelf>(
    tables.map((table) => [table, { recent: new Map(), older: new Map(), due: [], isWhole: isEmpty, isRead: false }]),
  );
  const keyOf = (table: Table, key: Row) => getCacheKey(table, key, keyColumns);

  function shelfOf(table: Table): Shelf {
    const shelf = shelves.get(table);
    if (!shelf) throw new Error(`${getTableName(table)} is no table of the index.`);
    return shelf;
  }

  function heldAt(shelf: Shelf, key: string): Held | undefined {
    const recent = shelf.recent.get(key);
    if (recent) return recent;
    const older = shelf.older.get(key);
    if (older) {
      shelf.older.delete(key);
      shelf.recent.set(key, older);
    }
    return older;
  }

  function beginReading(table: Table, shelf: Shelf): void {
    shelf.isRead = true;
    for (const held of shelf.due) shelf.recent.set(keyOf(table, held.row), held);
  }

  return {
    async find(table, given) {
      const shelf = shelfOf(table);
      if (!shelf.isRead) beginReading(table, shelf);
      const key = keyOf(table, given);
      const known = heldAt(shelf, key);
      if (known) return known;
      if (shelf.isWhole) return null;
      const row = await read(table, given);
      const meanwhile = heldAt(shelf, key);
      if (meanwhile || !row) return meanwhile ?? null;
      const held = { row, isStored: true, isDue: false };
      shelf.recent.set(key, held);
      return held;
    },
    add(table, given) {
      const shelf = shelfOf(table);
      const held = { row: normalizeRow(table, { ...given }, false), isStored: false, isDue: true };
      shelf.due.push(held);
      if (shelf.isRead) shelf.recent.set(keyOf(table, held.row), held);
      return held.row;
    },
    change(table, entry, given) {
      const held = entry as Held;
      const changes = normalizeUpdateSet(table, { ...given });
      for (const [name] of keyColumns.get(table) ?? [])
        if (name in given && given[name] !== held.row[name]) throw new Error(`The ${name} of a row stays what it is.`);
      const row = { ...held.row };
      for (const name in changes) if (changes[name] !== undefined) row[name] = changes[name];
      held.row = row;
      if (!held.isDue) shelfOf(table).due.push(held);
      held.isDue = true;
      return row;
    },
    takeChanges() {
      const changes: TableChanges[] = [];
      for (const [table, shelf] of shelves) {
        if (shelf.due.length === 0) continue;
        const [added, changed]: [Row[], Row[]] = [[], []];
        for (const held of shelf.due) {
          (held.isStored ? changed : added).push(held.row);
          held.isStored = true;
          held.isDue = false;
        }
        if (!shelf.isRead) shelf.isWhole = false;
        shelf.due = [];
        changes.push({ table, added, changed });
      }
      return changes;
    },
    settle() {
      const read = [...shelves.values()].filter(({ isRead }) => isRead);
      if (read.reduce((sum, { recent }) => sum + recent.size, 0) <= rowsKept) return;
      for (const shelf of read) {
        if (shelf.older.size > 0) shelf.isWhole = false;
        shelf.older = shelf.recent;
        shelf.recent = new Map();
      }
    },
  };
}
