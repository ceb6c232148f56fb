import { desc, gte, sql } from "drizzle-orm";
import { change, head } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** The newest block the index has read; `timestamp` in unix seconds. */
export type Head = { block: number; timestamp: number };

/** What changed in the index, as the live feed tells it. */
export type ChangeRow = { id: number; block: number; topics: string[] };

/** @returns null before anything is indexed */
export async function readHead(db: Database): Promise<Head | null> {
  const rows = await db
    .select({ block: head.block, timestamp: head.timestamp })
    .from(head)
    .orderBy(desc(head.block))
    .limit(1);
  return rows[0] ?? null;
}

/** All changes from `block` on, oldest first. */
export function listChangesFromBlock(db: Database, block: number): Promise<ChangeRow[]> {
  return db
    .select({ id: change.id, block: change.block, topics: change.topics })
    .from(change)
    .where(gte(change.block, block))
    .orderBy(change.id);
}

/**
 * Everything a reader missed who knows the changes up to `id`, as one change that carries each topic once.
 * @returns null where nothing was missed
 */
export async function readMissedChange(db: Database, id: number): Promise<ChangeRow | null> {
  const { rows } = await db.execute<{ id: string | null; block: string; topics: string[] }>(sql`
    select max(${change.id}) as id, max(${change.block}) as block, array_agg(distinct topic) as topics
    from ${change}, unnest(${change.topics}) as topic
    where ${change.id} > ${id}`);
  const row = rows[0];
  return row?.id ? { id: Number(row.id), block: Number(row.block), topics: row.topics } : null;
}
