import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import * as chain from "#indexer/ponder.schema.ts";

/** Makes the indexer's tables in schema `chain`, empty: tests write what the chain would have said. */
export async function createChainTables(db: NodePgDatabase): Promise<void> {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(chain));
  await db.execute(sql`create schema chain`);
  for (const statement of statements) await db.execute(sql.raw(statement));
}
