import { escapeIdentifier, type Client, type DatabaseError } from "pg";
import type { Block } from "./chain-blocks.ts";

/** Where an index that Ponder builds has got to. */
export type IndexReading = {
  /** The newest block with all its events; null before the back-fill has caught up. */
  head: Block | null;
  /** Ponder takes no block back up to here. */
  finalBlock: number;
  /** The block up to which the index was filled last, before Ponder followed the chain from there. */
  filled: { number: number; hash: string } | null;
  /** Whether its back-fill is done. */
  isReady: boolean;
  /** When Ponder's event loop was alive last, in milliseconds. */
  heartbeatAt: number;
};

type Row = {
  finalized: string | null;
  app: { is_ready: 0 | 1; heartbeat_at: number } | null;
  filled: { block: number; hash: string } | null;
} & ({ number: null } | { number: number; hash: string; parentHash: string; timestamp: number });

const UNDEFINED_TABLE = "42P01";
const UNDEFINED_SCHEMA = "3F000";

/** @returns null where the schema has no tables yet */
export async function readIndex(client: Client, schema: string): Promise<IndexReading | null> {
  const name = escapeIdentifier(schema);
  try {
    const { rows } = await client.query<Row>(
      `select (select finalized_checkpoint from ${name}._ponder_checkpoint limit 1) as finalized,
              (select value from ${name}._ponder_meta where key = 'app') as app,
              (select value from ${name}._ponder_meta where key = 'filled') as filled,
              head.block::float8 as number, head.hash, head.parent_hash as "parentHash",
              head.timestamp::float8 as timestamp
       from (select 1) as one left join ${name}.head on true`,
    );
    const [row] = rows;
    return row ? toReading(row) : null;
  } catch (error) {
    const { code } = error as DatabaseError;
    if (code === UNDEFINED_TABLE || code === UNDEFINED_SCHEMA) return null;
    throw error;
  }
}

function toReading({ finalized, app, filled, ...head }: Row): IndexReading {
  return {
    filled: filled && { number: filled.block, hash: filled.hash },
    head: head.number === null ? null : head,
    finalBlock: finalized ? blockOfCheckpoint(finalized) : 0,
    isReady: app?.is_ready === 1,
    heartbeatAt: app?.heartbeat_at ?? 0,
  };
}

/** Ponder writes a checkpoint as digits: ten of the time, sixteen of the chain, sixteen of the block, and more. */
function blockOfCheckpoint(checkpoint: string): number {
  return Number(checkpoint.slice(26, 42));
}
