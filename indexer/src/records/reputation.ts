import { rating, reputation, reputationEntry } from "ponder:schema";
import { reputationEntries, type ReputationEntry } from "#domain/reputation-entries.ts";
import { REPUTATION_VERSION, reputationOf } from "#domain/reputation.ts";
import { eq, lt } from "ponder";
import type { DealRow } from "./deal.ts";
import type { Db } from "./place.ts";

/** As of no day: waits for the head block. */
const STALE = 0;

/** Works out anew how a closed deal counts for its two sides, and leaves their scores to the head block. */
export async function recordReputationEntries(db: Db, deal: DealRow): Promise<void> {
  if (deal.outcome === null || deal.closedAt === null) return;
  const ratings = [
    await db.find(rating, { dealId: deal.id, rater: deal.buyer }),
    await db.find(rating, { dealId: deal.id, rater: deal.seller }),
  ].filter((given) => given !== null);
  const entries = reputationEntries(
    {
      ...deal,
      outcome: deal.outcome,
      closedAt: deal.closedAt,
      accepted: deal.acceptedAt !== null,
      sellerMinutes: deal.sellerMinutes ?? 0,
      buyerMinutes: deal.buyerMinutes ?? 0,
    },
    ratings,
  );
  for (const entry of entries) {
    const { got, claimed } = entry;
    await db.insert(reputationEntry).values(entry).onConflictDoUpdate({ got, claimed });
    await db
      .insert(reputation)
      .values({ address: entry.member, score: reputationOf([], STALE).score, asOf: STALE, version: REPUTATION_VERSION })
      .onConflictDoUpdate({ asOf: STALE });
  }
}

/**
 * Brings every score up to a UTC day: of members something counted for since, and, on a new day, of all.
 * @param asOf days since 1970
 */
export async function refreshScores(db: Db, asOf: number): Promise<void> {
  const due = await db.sql
    .select({ address: reputation.address })
    .from(reputation)
    .where(lt(reputation.asOf, asOf))
    .orderBy(reputation.address);
  for (const { address } of due) {
    const entries: ReputationEntry[] = await db.sql
      .select()
      .from(reputationEntry)
      .where(eq(reputationEntry.member, address))
      .orderBy(reputationEntry.dealId);
    await db.update(reputation, { address }).set({ score: reputationOf(entries, asOf).score, asOf });
  }
}
