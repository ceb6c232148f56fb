import type { Hex } from "viem";
import {
  decodeCheckpoint,
  encodeCheckpoint,
  MAX_CHECKPOINT,
  type App,
  type Block,
  type Chain,
  type Recovery,
  type Transaction,
} from "./ponder.ts";

/** Among what Ponder notes of an index; the supervisor reads it, too (scripts/indexer/index-reading.ts). */
const FILLED = "filled";

/** @returns how Ponder says that everything up to a block is in the index */
export function checkpointAt(chain: Chain, { number, timestamp }: { number: number; timestamp: number }): Recovery {
  const place = { chainId: chain.id, blockNumber: number, blockTimestamp: timestamp };
  return { chainId: chain.id, checkpoint: encodeCheckpoint({ ...MAX_CHECKPOINT, ...place }) };
}

/** @returns the last block of which everything is in the index */
export function blockOf({ checkpoint }: Recovery): number {
  return Number(decodeCheckpoint(checkpoint).blockNumber);
}

/**
 * @param found the chain's block in the place of the last one of which everything is in the index
 * @throws Error where it is another one: by its time, which the checkpoint tells, or by a hash that the index has of it
 */
export async function requireSameBlock(app: App, { checkpoint }: Recovery, found: Block): Promise<void> {
  const { blockNumber, blockTimestamp } = decodeCheckpoint(checkpoint);
  const hashes = await hashesInIndex(app, Number(blockNumber));
  if (BigInt(found.timestamp) !== blockTimestamp || hashes.some((hash) => hash !== found.hash))
    throw new Error(
      `Block ${blockNumber} is another one than the index was filled up to: the node is of another chain.`,
    );
}

async function hashesInIndex({ database, namespaceBuild }: App, block: number): Promise<unknown[]> {
  const { schema } = namespaceBuild;
  let hashes: unknown[] = [];
  await database.userQB.transaction(async ({ $client }) => {
    const { rows } = await $client.query(
      `select value->>'hash' as hash from "${schema}"._ponder_meta where key = '${FILLED}' and (value->>'block')::int8 = $1
        union all select hash from "${schema}".head where block = $1`,
      [block],
    );
    hashes = rows.map(({ hash }) => hash);
  });
  return hashes;
}

/**
 * Says in the index's own tables how far it is, for the next start, and which block that is: a checkpoint tells its number and
 * time, which another one in its place may have, too.
 */
export async function writeCheckpoint(
  { $client }: Transaction,
  schema: string,
  { chain, recovery, hash }: { chain: Chain; recovery: Recovery; hash: Hex },
): Promise<void> {
  await $client.query(
    `insert into "${schema}"._ponder_checkpoint
        (chain_name, chain_id, safe_checkpoint, latest_checkpoint, finalized_checkpoint) values ($1, $2, $3, $3, $3)
      on conflict (chain_name) do update set safe_checkpoint = excluded.safe_checkpoint,
        latest_checkpoint = excluded.latest_checkpoint, finalized_checkpoint = excluded.finalized_checkpoint`,
    [chain.name, chain.id, recovery.checkpoint],
  );
  await $client.query(
    `insert into "${schema}"._ponder_meta (key, value) values ('${FILLED}', $1)
      on conflict (key) do update set value = excluded.value`,
    [{ block: blockOf(recovery), hash }],
  );
}
