import { and, eq, gte, inArray, lt } from "drizzle-orm";
import type { Hex } from "viem";
import { dealEvent, rating, transfer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** What our index has of one transaction. */
export type IndexedTransaction = {
  moves: number;
  /** Steps in deals' timelines. */
  steps: number;
  ratings: number;
  /** Null where the index has nothing of it. */
  block: number | null;
  /** Unix seconds. */
  timestamp: number | null;
};

/** @param dealIds deals that may have been rated in it */
export async function readIndexedTransaction(
  db: Database,
  hash: Hex,
  dealIds: readonly Hex[],
): Promise<IndexedTransaction> {
  // Ids begin with the hash and a hyphen: a range of the primary key.
  const [from, to] = [`${hash}-`, `${hash}.`];
  const [moves, steps, rated] = await Promise.all([
    db
      .select({ block: transfer.block, timestamp: transfer.timestamp })
      .from(transfer)
      .where(and(gte(transfer.id, from), lt(transfer.id, to))),
    db
      .select({ block: dealEvent.block, timestamp: dealEvent.timestamp })
      .from(dealEvent)
      .where(and(gte(dealEvent.id, from), lt(dealEvent.id, to))),
    db
      .select({ timestamp: rating.ratedAt })
      .from(rating)
      .where(and(inArray(rating.dealId, [...dealIds]), eq(rating.txHash, hash))),
  ]);
  const [placed] = [...moves, ...steps];
  const [timed] = [...moves, ...steps, ...rated];
  return {
    moves: moves.length,
    steps: steps.length,
    ratings: rated.length,
    block: placed?.block ?? null,
    timestamp: timed?.timestamp ?? null,
  };
}
