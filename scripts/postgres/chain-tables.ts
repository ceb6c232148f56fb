import { createRequire } from "node:module";
import type * as DrizzleKit from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import * as chain from "#indexer/ponder.schema.ts";

// Its ES module does not load: what it bundles calls `require`.
const { generateDrizzleJson, generateMigration } = createRequire(import.meta.url)(
  "drizzle-kit/api",
) as typeof DrizzleKit;
// It leaves a method on every array of the process, where other libraries' loops over an array's keys would meet it.
delete (Array.prototype as { random?: unknown }).random;

/** Makes the indexer's tables in schema `chain`, empty: tests and faults write what the chain would have said. */
export async function createChainTables(db: NodePgDatabase): Promise<void> {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(chain));
  await db.execute(sql`create schema chain`);
  for (const statement of statements) await db.execute(sql.raw(statement));
}
