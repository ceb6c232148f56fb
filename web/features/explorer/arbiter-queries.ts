import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import { arbiter, arbiterListing, arbiterTurn, deal } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

export type ArbiterRow = typeof arbiter.$inferSelect;
export type ListingRow = typeof arbiterListing.$inferSelect;

/** One deal's waiting for one arbiter, with the deal as it stands. */
export type TurnRow = Awaited<ReturnType<typeof listTurns>>[number];

/** @returns null for somebody who was never asked to rule */
export async function readArbiter(db: Database, address: Address): Promise<ArbiterRow | null> {
  const [row] = await db.select().from(arbiter).where(eq(arbiter.address, address));
  return row ?? null;
}

/** @returns null for somebody who never stood in the directory */
export async function readListing(db: Database, address: Address): Promise<ListingRow | null> {
  const [row] = await db.select().from(arbiterListing).where(eq(arbiterListing.arbiter, address));
  return row ?? null;
}

/** The latest first. */
export function listTurns(db: Database, address: Address, limit: number) {
  return db
    .select({
      dealId: arbiterTurn.dealId,
      isAppeal: arbiterTurn.isAppeal,
      askedAt: arbiterTurn.askedAt,
      ruleBy: arbiterTurn.ruleBy,
      end: arbiterTurn.end,
      endedAt: arbiterTurn.endedAt,
      overturned: arbiterTurn.overturned,
      feeMinutes: arbiterTurn.feeMinutes,
      status: deal.status,
      outcome: deal.outcome,
      since: deal.since,
    })
    .from(arbiterTurn)
    .innerJoin(deal, eq(deal.id, arbiterTurn.dealId))
    .where(eq(arbiterTurn.arbiter, address))
    .orderBy(desc(arbiterTurn.askedAt), desc(arbiterTurn.dealId))
    .limit(limit);
}
