import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { createTestDatabase } from "#test/support/database.ts";
import { connect } from "#web/db/client.ts";

/** A test's own database with web's connection to it. `close` ends both. */
export type ConnectedDatabase = { db: NodePgDatabase; url: string; close: () => Promise<void> };

export async function connectTestDatabase(): Promise<ConnectedDatabase> {
  const database = await createTestDatabase();
  const { db, pool } = connect(database.url);
  return {
    db,
    url: database.url,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}
