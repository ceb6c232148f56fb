import { desc } from "drizzle-orm";
import type { Hex, PublicClient } from "viem";
import { head } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** The newest block these pages stand on, and what the node itself says about it. */
export type Verification = {
  block: number;
  timestamp: number;
  hash: Hex;
  /** Null where the node cannot be asked, or does not know the block. */
  nodeHash: Hex | null;
  nodeBlock: number | null;
};

/**
 * Lays the index beside the node.
 * @returns null before anything is indexed
 */
export async function readVerification(db: Database, node: PublicClient): Promise<Verification | null> {
  const rows = await db
    .select({ block: head.block, timestamp: head.timestamp, hash: head.hash })
    .from(head)
    .orderBy(desc(head.block))
    .limit(1);
  const indexed = rows[0];
  if (!indexed) return null;
  const [same, newest] = await Promise.all([
    node.getBlock({ blockNumber: BigInt(indexed.block) }).catch(() => null),
    // Not what viem remembers of some seconds ago: the block above may be newer.
    node.getBlockNumber({ cacheTime: 0 }).catch(() => null),
  ]);
  return { ...indexed, nodeHash: same?.hash ?? null, nodeBlock: newest === null ? null : Number(newest) };
}
