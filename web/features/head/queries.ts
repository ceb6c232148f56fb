import { desc, gte, sql } from "drizzle-orm";
import { INDEX_STATES, type IndexState, type Lag } from "#domain/index-state.ts";
import { change, head } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** The newest block the index has read; `timestamp` in unix seconds. */
export type Head = { block: number; timestamp: number };

/** How the index stands to its chain, as its supervisor says. */
export type IndexStatus = {
  state: IndexState;
  /** How far behind the chain the index is; null where that is not known. */
  lag: Lag | null;
  /** Names the index whose rows are shown: another one has other rows, whatever its changes say. */
  index: string | null;
};

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

/** Whoever watches the index writes at least so often, or is gone. */
const SILENT_AFTER = "10 seconds";

type StatusRow = {
  state: string;
  lag_blocks: string | null;
  lag_seconds: string | null;
  shown: string | null;
  is_fresh: boolean;
};

/** Where nobody watches the index, nobody can say that it is live. */
const UNWATCHED: IndexStatus = { state: "catching_up", lag: null, index: null };

/** Postgres's word for a table that is not there. */
const UNDEFINED_TABLE = "42P01";

/** Reads what the index's supervisor wrote. */
export async function readIndexStatus(db: Database): Promise<IndexStatus> {
  const row = await readStatusRow(db);
  const state = INDEX_STATES.find((one) => one === row?.state);
  if (!row || !state) return UNWATCHED;
  if (!row.is_fresh) return { ...UNWATCHED, index: row.shown };
  const lag = row.lag_blocks === null ? null : { blocks: Number(row.lag_blocks), seconds: Number(row.lag_seconds) };
  return { state, lag, index: row.shown };
}

async function readStatusRow(db: Database): Promise<StatusRow | undefined> {
  try {
    const { rows } = await db.execute<StatusRow>(sql`
      select state, lag_blocks, lag_seconds, shown, checked_at > now() - ${SILENT_AFTER}::interval as is_fresh
      from supervisor.status`);
    return rows[0];
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return undefined;
    throw error;
  }
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
