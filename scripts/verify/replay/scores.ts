import { reputationEntries, type ReputationEntry } from "#domain/reputation-entries.ts";
import { REPUTATION_VERSION, reputationOf, weighEntry } from "#domain/reputation.ts";
import { keyOf } from "../rows.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Works out how every closed deal counts for its sides, and everyone's score with what makes it.
 * @param asOf UTC day (days since 1970)
 */
export function deriveScores({ tables }: Ledger, asOf: number): void {
  const byMember = new Map<ReputationEntry["member"], ReputationEntry[]>();
  for (const { outcome, closedAt, ...deal } of tables.deal.values()) {
    if (outcome === null || closedAt === null) continue;
    const given = [deal.buyer, deal.seller].flatMap((rater) => tables.rating.get(keyOf(deal.id, rater)) ?? []);
    const closed = {
      ...deal,
      outcome,
      closedAt,
      accepted: deal.acceptedAt !== null,
      sellerMinutes: deal.sellerMinutes ?? 0,
      buyerMinutes: deal.buyerMinutes ?? 0,
    };
    for (const entry of reputationEntries(closed, given)) {
      tables.reputation_entry.set(keyOf(entry.dealId, entry.member), { ...entry, ...weighEntry(entry, asOf) });
      const entries = byMember.get(entry.member);
      if (entries) entries.push(entry);
      else byMember.set(entry.member, [entry]);
    }
  }
  for (const [address, entries] of byMember) {
    const { score, peers } = reputationOf(entries, asOf);
    for (const part of peers) tables.reputation_peer.set(keyOf(address, part.peer), { member: address, ...part });
    tables.reputation.set(address, { address, score, asOf, version: REPUTATION_VERSION });
  }
}
