import { escapeIdentifier, type Client } from "pg";
import { requireColumns, type Column } from "./columns.ts";
import { addDifference, type Report } from "./report.ts";
import { KEYS, type TableName, type Tables } from "./rows.ts";

/** Which rows are compared; all, unless this says otherwise of a row's values. */
export type Scope = (texts: readonly (string | null)[]) => boolean;

type Value = string | number | bigint | boolean | object | null | undefined;

type Row = Readonly<Record<string, Value>>;

/** Few enough to be forgotten before the next: what lives longer stays in memory for long. */
const ROWS_AT_ONCE = 400;

/**
 * Compares one table of the index, row by row and column by column, with what the chain says.
 * @param client within a transaction, so that all is of one moment
 * @param tables what the chain says; rows that were found are taken out of it
 * @param tick told how many rows were read since it was told last
 * @throws Failure where the table has other columns than this version knows
 */
export async function compareTable(
  client: Client,
  table: TableName,
  columns: readonly Column[],
  { tables, report, scope, tick }: { tables: Tables; report: Report; scope: Scope; tick: (rows: number) => void },
): Promise<void> {
  const expected: Map<string, Row> = tables[table];
  for (const row of expected.values()) {
    requireColumns(table, columns, row);
    break;
  }
  const keyAt = KEYS[table].map((field) => columns.findIndex((column) => column.field === field));
  const keyIn = (texts: readonly (string | null)[]) => keyAt.map((at) => texts[at]).join("/");

  for await (const rows of readRows(client, table, columns)) {
    tick(rows.length);
    for (const raw of rows) {
      const found = raw.map((text, at) => canonical(columns[at], text));
      const key = keyIn(found);
      const row = expected.get(key);
      expected.delete(key);
      if (row) compareRow(report, scope, { table, key, columns, found, said: textsOf(columns, row) });
      else if (scope(found)) addRow(report, { table, key, chain: null, database: key });
    }
  }
  for (const [key, row] of expected) {
    if (scope(textsOf(columns, row))) addRow(report, { table, key, chain: key, database: null });
  }
}

function addRow(report: Report, row: { table: TableName; key: string; chain: string | null; database: string | null }) {
  report.rows += 1;
  addDifference(report, { ...row, column: null });
}

type Pair = {
  table: TableName;
  key: string;
  columns: readonly Column[];
  found: readonly (string | null)[];
  said: readonly (string | null)[];
};

function compareRow(report: Report, scope: Scope, { table, key, columns, found, said }: Pair): void {
  if (!scope(said) && !scope(found)) return;
  report.rows += 1;
  report.values += columns.length;
  for (const [at, { name }] of columns.entries()) {
    const [chain, database] = [said[at] ?? null, found[at] ?? null];
    if (chain !== database) addDifference(report, { table, key, column: name, chain, database });
  }
}

/** All rows of a table as texts, some at a time. */
async function* readRows(
  client: Client,
  table: TableName,
  columns: readonly Column[],
): AsyncGenerator<(string | null)[][]> {
  const select = columns.map((column) => column.select).join(", ");
  await client.query(`declare verified no scroll cursor for select ${select} from chain.${escapeIdentifier(table)}`);
  for (;;) {
    const text = `fetch ${ROWS_AT_ONCE} from verified`;
    const { rows } = await client.query<(string | null)[]>({ text, rowMode: "array" });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("close verified");
}

function textsOf(columns: readonly Column[], row: Row): (string | null)[] {
  return columns.map((column) => textOf(column, row[column.field]));
}

function textOf({ isJson }: Column, value: Value): string | null {
  if (value === null || value === undefined) return null;
  return isJson || typeof value === "object" ? canonicalJson(value) : String(value);
}

function canonical(column: Column | undefined, text: string | null): string | null {
  if (text === null || !column?.isJson) return text;
  const value = JSON.parse(text) as unknown;
  return canonicalJson(column.isList && Array.isArray(value) ? value.sort() : value);
}

/** The same text for the same value, whatever order its keys were written in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
