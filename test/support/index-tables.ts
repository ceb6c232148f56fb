import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

/**
 * Makes empty tables of the index in schema `chain`, for tests of queries that read beside it. An enum's column is plain
 * text there: who writes it is the test.
 */
export async function createIndexTables(db: NodePgDatabase, tables: readonly PgTable[]): Promise<void> {
  await db.execute(sql`create schema if not exists chain`);
  for (const table of tables) {
    const { name, columns } = getTableConfig(table);
    const rows = columns.map((column) => {
      const type = column.enumValues?.length ? "text" : column.getSQLType();
      return sql`${sql.identifier(column.name)} ${sql.raw(type)} ${sql.raw(column.notNull ? "not null" : "")}`;
    });
    await db.execute(sql`create table chain.${sql.identifier(name)} (${sql.join(rows, sql`, `)})`);
  }
}
