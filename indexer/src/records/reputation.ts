import { rating, reputation, reputationEntry } from "ponder:schema";
import { reputationEntries } from "#domain/reputation-entries.ts";
import { REPUTATION_VERSION, reputationOf, weighEntry } from "#domain/reputation.ts";
import type { DealRow } from "./deal.ts";
import type { Db } from "./place.ts";
import { markDue, STALE } from "./scores.ts";

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
    const { quality } = weighEntry(entry, STALE);
    await db
      .insert(reputationEntry)
      .values({ ...entry, quality, weight: 0n })
      .onConflictDoUpdate({ got, claimed, quality });
    await db
      .insert(reputation)
      .values({ address: entry.member, score: reputationOf([], STALE).score, asOf: STALE, version: REPUTATION_VERSION })
      .onConflictDoUpdate({ asOf: STALE });
    markDue(entry.member);
  }
}
