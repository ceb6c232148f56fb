import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#web/db/client.ts";

/** Postgres takes 65,535 values in one statement; no row here has more than a dozen. */
const ROWS_AT_ONCE = 5_000;

/** Inserts any number of rows, none included. In a transaction it is all of them or none. */
export async function insertMany<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    await db.insert(table).values(rows.slice(first, first + ROWS_AT_ONCE));
}
