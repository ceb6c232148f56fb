import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { part, type Database } from "#indexer/fill/ponder.ts";
import { createTestDatabase } from "#test/support/database.ts";

/** Takes any call of any method, as Ponder makes them to its logger and counters, and says nothing. */
const silent: unknown = new Proxy(() => silent, { get: (_, name) => (name === "then" ? undefined : silent) });

/** What all parts of Ponder ask for and tests have no use of: its log, its figures, its end. */
export const common = { logger: silent, metrics: silent, options: {}, shutdown: { isKilled: false } };

/** A database of its own, as Ponder's writer sees it. `end` drops it. */
export async function openSmallIndex(): Promise<{ pool: Pool; userQB: Database["userQB"]; end: () => Promise<void> }> {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url });
  const { createQB } = await part<{ createQB: (...given: unknown[]) => Database["userQB"] }>(
    "database/queryBuilder.js",
  );
  const end = async (): Promise<void> => {
    await pool.end();
    await database.drop();
  };
  return { pool, userQB: createQB(drizzle(pool, { casing: "snake_case" }), { common, isAdmin: false }), end };
}

/** Makes tables as the schema of an index does, which Ponder tells in which of Postgres's schemas they are. */
export function inSchema<Tables>(schema: string, define: () => Tables): Tables {
  const place = globalThis as { PONDER_NAMESPACE_BUILD?: { schema: string } | undefined };
  const before = place.PONDER_NAMESPACE_BUILD;
  place.PONDER_NAMESPACE_BUILD = { schema };
  const tables = define();
  place.PONDER_NAMESPACE_BUILD = before;
  return tables;
}
