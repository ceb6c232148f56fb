import { and, eq, gte, inArray, lt } from "drizzle-orm";
import type { Hex } from "viem";
import { dealEvent, rating, swap, transfer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** What our index has of one transaction. */
export type IndexedTransaction = {
  moves: number;
  /** Steps in deals' timelines. */
  steps: number;
  ratings: number;
  /** To ratings. */
  replies: number;
  /** Orders that were filled, each for itself and those of a ring. */
  swaps: number;
  /** Null where the index has nothing of it. */
  block: number | null;
  /** Unix seconds. */
  timestamp: number | null;
};

/** @param dealIds deals of which a rating may have been published or replied to in it */
export async function readIndexedTransaction(
  db: Database,
  hash: Hex,
  dealIds: readonly Hex[],
): Promise<IndexedTransaction> {
  // Ids begin with the hash and a hyphen: a range of the primary key.
  const [from, to] = [`${hash}-`, `${hash}.`];
  const ratingsBy = (tx: typeof rating.txHash | typeof rating.replyTx) =>
    and(inArray(rating.dealId, [...dealIds]), eq(tx, hash));
  const [moves, steps, rated, replied, swapped] = await Promise.all([
    db
      .select({ block: transfer.block, timestamp: transfer.timestamp })
      .from(transfer)
      .where(and(gte(transfer.id, from), lt(transfer.id, to))),
    db
      .select({ block: dealEvent.block, timestamp: dealEvent.timestamp })
      .from(dealEvent)
      .where(and(gte(dealEvent.id, from), lt(dealEvent.id, to))),
    db.select({ timestamp: rating.ratedAt }).from(rating).where(ratingsBy(rating.txHash)),
    db.select({ timestamp: rating.repliedAt }).from(rating).where(ratingsBy(rating.replyTx)),
    db.select({ id: swap.id }).from(swap).where(eq(swap.txHash, hash)),
  ]);
  const [placed] = [...moves, ...steps];
  const [timed] = [...moves, ...steps, ...rated, ...replied];
  return {
    moves: moves.length,
    steps: steps.length,
    ratings: rated.length,
    replies: replied.length,
    swaps: swapped.length,
    block: placed?.block ?? null,
    timestamp: timed?.timestamp ?? null,
  };
}
