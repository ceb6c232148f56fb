import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import { deal, reputation, reputationEntry, reputationPeer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** One finished deal in a member's score, the latest first. */
export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number];

/** What one counterparty adds to a score. */
export type PeerRow = Awaited<ReturnType<typeof listPeers>>[number];

/** @returns null for somebody without a deal that counts: their score is neutral */
export async function readScore(db: Database, member: Address) {
  const [row] = await db.select().from(reputation).where(eq(reputation.address, member));
  return row ?? null;
}

export function listEntries(db: Database, member: Address) {
  return db
    .select({
      dealId: reputationEntry.dealId,
      member: reputationEntry.member,
      peer: reputationEntry.peer,
      minutes: reputationEntry.minutes,
      closedAt: reputationEntry.closedAt,
      got: reputationEntry.got,
      claimed: reputationEntry.claimed,
      status: deal.status,
      outcome: deal.outcome,
      since: deal.since,
    })
    .from(reputationEntry)
    .innerJoin(deal, eq(deal.id, reputationEntry.dealId))
    .where(eq(reputationEntry.member, member))
    .orderBy(desc(reputationEntry.closedAt), desc(reputationEntry.dealId));
}

/** The heaviest first. */
export function listPeers(db: Database, member: Address) {
  return db
    .select({
      peer: reputationPeer.peer,
      weight: reputationPeer.weight,
      quality: reputationPeer.quality,
      capped: reputationPeer.capped,
      shareMillionths: reputationPeer.shareMillionths,
      pointHundredths: reputationPeer.pointHundredths,
    })
    .from(reputationPeer)
    .where(eq(reputationPeer.member, member))
    .orderBy(desc(reputationPeer.capped), reputationPeer.peer);
}
