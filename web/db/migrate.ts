import { join } from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations } from "graphile-worker";
import { Client } from "pg";
import { env } from "#web/lib/env.ts";

/** Any number that no other lock of this database uses. */
const MIGRATION_LOCK = 7_204_001;

/** Brings schema `app` of the database up to date. Several may try at once: one works, the others wait for it. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await applyMigrations(db, {
      migrationsFolder: join(import.meta.dirname, "migrations"),
      migrationsSchema: "app",
      migrationsTable: "migration",
    });
  } finally {
    await client.end();
  }
}

/** Brings the queue of jobs up to date (schema `graphile_worker`), so that one can be written down before a worker ran. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
}

if (import.meta.main) {
  await migrate(env().DATABASE_URL);
  await migrateJobs(env().DATABASE_URL);
}
