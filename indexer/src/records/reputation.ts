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
  // Column by column: Ponder hands out a row that is slow to spread.
  const { id, buyer, seller, outcome, closedAt, defaulted, minutes } = deal;
  const accepted = deal.acceptedAt !== null;
  const [sellerMinutes, buyerMinutes] = [deal.sellerMinutes ?? 0, deal.buyerMinutes ?? 0];
  const entries = reputationEntries(
    { id, buyer, seller, outcome, closedAt, defaulted, minutes, accepted, sellerMinutes, buyerMinutes },
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
