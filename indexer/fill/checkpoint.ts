import {
  decodeCheckpoint,
  encodeCheckpoint,
  MAX_CHECKPOINT,
  type Block,
  type Chain,
  type Recovery,
  type Transaction,
} from "./ponder.ts";

/** @returns how Ponder says that everything up to a block is in the index */
export function checkpointAt(chain: Chain, { number, timestamp }: { number: number; timestamp: number }): Recovery {
  const place = { chainId: chain.id, blockNumber: number, blockTimestamp: timestamp };
  return { chainId: chain.id, checkpoint: encodeCheckpoint({ ...MAX_CHECKPOINT, ...place }) };
}

/** @returns the last block of which everything is in the index */
export function blockOf({ checkpoint }: Recovery): number {
  return Number(decodeCheckpoint(checkpoint).blockNumber);
}

/** @returns whether a block can be that one: a chain that began anew has others at other times */
export function isOf({ checkpoint }: Recovery, { number, timestamp }: Block): boolean {
  const { blockNumber, blockTimestamp } = decodeCheckpoint(checkpoint);
  return BigInt(number) === blockNumber && BigInt(timestamp) === blockTimestamp;
}

/** Says in the index's own table how far it is, for the next start. */
export async function writeCheckpoint(
  { $client }: Transaction,
  schema: string,
  { chain, recovery }: { chain: Chain; recovery: Recovery },
): Promise<void> {
  await $client.query(
    `insert into "${schema}"._ponder_checkpoint
        (chain_name, chain_id, safe_checkpoint, latest_checkpoint, finalized_checkpoint) values ($1, $2, $3, $3, $3)
      on conflict (chain_name) do update set safe_checkpoint = excluded.safe_checkpoint,
        latest_checkpoint = excluded.latest_checkpoint, finalized_checkpoint = excluded.finalized_checkpoint`,
    [chain.name, chain.id, recovery.checkpoint],
  );
}
