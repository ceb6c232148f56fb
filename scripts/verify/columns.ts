import { escapeIdentifier, type Client } from "pg";
import { Failure } from "../failure.ts";
import { KEYS, TABLE_NAMES, type TableName } from "./rows.ts";

/** A column of the index, and how its values are made comparable. */
export type Column = {
  /** As the database names it. */
  name: string;
  /** As {@link Rows} names it. */
  field: string;
  /** An SQL expression that gives its value as text. */
  select: string;
  /** Written as JSON, in which the order of keys means nothing. */
  isJson: boolean;
  /** A list in which order means nothing. */
  isList: boolean;
};

/** What Ponder keeps beside the tables, of itself. */
const PONDERS_OWN = /^_ponder/;

/**
 * Reads the columns of every table of schema `chain`.
 * @throws Failure where there is a table this version knows nothing of, or one is not there
 */
export async function readColumns(client: Client): Promise<Record<TableName, Column[]>> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `select table_name "table", column_name "name", data_type "type" from information_schema.columns
      where table_schema = 'chain' order by table_name, ordinal_position`,
  );
  const known = rows.filter(({ table }) => !PONDERS_OWN.test(table));
  const odd = known.find(({ table }) => !Object.hasOwn(KEYS, table));
  if (odd)
    throw new Failure(`This version knows no table chain.${odd.table}: verify with the one that wrote the index.`);
  const columns = TABLE_NAMES.map((name) => {
    const found = known.filter(({ table }) => table === name).map(columnOf);
    if (found.length > 0) return [name, found] as const;
    throw new Failure(`The index has no table chain.${name}: verify with the version that wrote it.`);
  });
  return Object.fromEntries(columns) as Record<TableName, Column[]>;
}

function columnOf({ name, type }: { name: string; type: string }): Column {
  const quoted = escapeIdentifier(name);
  const isList = type === "ARRAY";
  return {
    name,
    field: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    select: isList ? `to_json(${quoted})::text` : `${quoted}::text`,
    isJson: isList || type === "json" || type === "jsonb",
    isList,
  };
}

/** @throws Failure where a row of the chain and the columns do not name the same values */
export function requireColumns(table: TableName, columns: readonly Column[], row: object): void {
  const fields = new Set(columns.map(({ field }) => field));
  const odd =
    Object.keys(row).find((field) => !fields.has(field)) ?? columns.find(({ field }) => !(field in row))?.name;
  if (odd !== undefined)
    throw new Failure(
      `chain.${table} and this version differ by a column (${odd}): verify with the one that wrote it.`,
    );
}
