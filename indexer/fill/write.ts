import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import {
  getColumnCasing,
  getCopyHelper,
  getCopyText,
  getPrimaryKeyColumns,
  NonRetryableUserError,
  type Transaction,
} from "./ponder.ts";
import type { TableChanges } from "./rows.ts";

/**
 * Writes rows as one block of text each: new ones into their table, changed ones beside it, for one statement to take over.
 * @throws NonRetryableUserError (of Ponder) where a row that changed is not in the database
 */
export async function writeChanges(transaction: Transaction, changes: readonly TableChanges[]): Promise<void> {
  const copy = getCopyHelper(transaction);
  for (const { table, added, changed } of changes) {
    if (added.length > 0) await copy(table, getCopyText(table, added));
    if (changed.length === 0) continue;
    const { create, clear, take } = statementsFor(table);
    await transaction.$client.query(`${create}; ${clear}`);
    // Without a schema the name means the temporary table.
    await copy(table, getCopyText(table, changed), false);
    const { rowCount } = await transaction.$client.query(take);
    await transaction.$client.query(clear);
    if (rowCount !== changed.length)
      throw new NonRetryableUserError(
        `${changed.length - (rowCount ?? 0)} of the changed rows of ${getTableName(table)} are not there.`,
      );
  }
}

function statementsFor(table: Table): Record<"create" | "clear" | "take", string> {
  const temporary = `"${getTableName(table)}"`;
  const real = `"${getTableConfig(table as PgTable).schema ?? "public"}".${temporary}`;
  const columns = Object.values(getTableColumns(table)).map((column) => `"${getColumnCasing(column, "snake_case")}"`);
  const keys = getPrimaryKeyColumns(table).map(({ sql }) => `"${sql}"`);
  const sets = columns.map((column) => `${column} = given.${column}`);
  const isSame = keys.map((key) => `kept.${key} = given.${key}`);
  return {
    create: `create temp table if not exists ${temporary} as select * from ${real} with no data`,
    // Before and after: Ponder's cache has tables of the same names, and neither is to find the other's rows.
    clear: `delete from pg_temp.${temporary}`,
    take: `update ${real} kept set ${sets.join()} from ${temporary} given where ${isSame.join(" and ")}`,
  };
}
