import { escapeIdentifier, type Client } from "pg";
import { withClient } from "../postgres/database.ts";
import { KEYS, TABLE_NAMES, type TableName, type Tables } from "../verify/rows.ts";

const ROWS_AT_ONCE = 5_000;

type Row = Record<string, unknown>;

/** Makes schema `chain` with the given rows in it, as an indexer would have left it. */
export async function writeIndex(databaseUrl: string, tables: Tables): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("create schema chain");
    for (const table of TABLE_NAMES) await writeTable(client, table, [...tables[table].values()]);
  });
}

async function writeTable(client: Client, table: TableName, rows: readonly Row[]): Promise<void> {
  const name = `chain.${escapeIdentifier(table)}`;
  // A table that this history has no rows for needs some column all the same.
  const [first = { [KEYS[table][0] ?? ""]: "" }] = rows;
  const columns = Object.keys(first).map((field) => {
    const value = rows.find((row) => row[field] !== null)?.[field];
    return `${escapeIdentifier(columnOf(field))} ${typeOf(value)}`;
  });
  await client.query(`create table ${name} (${columns.join(", ")})`);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE).map(inColumns);
    const json = JSON.stringify(some, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [json]);
  }
}

function inColumns(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]));
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The column type of a value, as the index's schema has it. */
function typeOf(value: unknown): string {
  switch (typeof value) {
    case "bigint":
      return "numeric(78)";
    case "number":
      return "int8";
    case "boolean":
      return "boolean";
    case "object":
      return Array.isArray(value) ? "text[]" : "json";
    default:
      return "text";
  }
}
