import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { env } from "#web/lib/env.ts";

/** The database, or a transaction in it: what every query and operation takes. */
export type Database = Pick<
  NodePgDatabase,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "transaction"
>;

/**
 * Connects to Postgres. The indexer's tables are named without a schema, so `chain` comes first on the search path
 * (both schemas have a `member`); web's own always say `app`.
 */
export function connect(databaseUrl: string): { db: NodePgDatabase; pool: Pool } {
  const pool = new Pool({
    connectionString: databaseUrl,
    options: "-c search_path=chain,app,public -c random_page_cost=1.1",
    max: 10,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  // One that dies in the middle of a transaction fails that transaction, and nothing else.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { db: drizzle(pool), pool };
}

// Kept across the module reloads of development, which would otherwise open a new pool each time.
const kept = globalThis as { timetokenDatabase?: ReturnType<typeof connect> };

/** This process's database, connected at the first call. */
export function database(): NodePgDatabase {
  return (kept.timetokenDatabase ??= connect(env().DATABASE_URL)).db;
}
