import { rating, reputation, reputationEntry } from "ponder:schema";
import { reputationEntries, type ReputationEntry } from "#domain/reputation-entries.ts";
import { REPUTATION_VERSION, reputationOf } from "#domain/reputation.ts";
import { inArray, ne } from "ponder";
import type { Address, Hex } from "viem";
import type { DealRow } from "./deal.ts";
import type { Db } from "./place.ts";

/** As of no day: waits for the head block. */
const STALE = 0;

/**
 * The block after which no score was due, as far as this process knows; null until it has looked, and after every entry.
 * It only spares blocks without entries a query: which scores are due is read from the table.
 */
let freshAfter: { asOf: number; hash: Hex } | null = null;

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
  if (entries.length > 0) freshAfter = null;
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
 * Brings every score up to the day of a block: of members something counted for since, and, on a new day, of all.
 * @param asOf days since 1970
 */
export async function refreshScores(
  db: Db,
  { asOf, hash, parentHash }: { asOf: number; hash: Hex; parentHash: Hex },
): Promise<void> {
  const isFresh = freshAfter?.asOf === asOf && freshAfter.hash === parentHash;
  if (!isFresh) await workOutDueScores(db, asOf);
  freshAfter = { asOf, hash };
}

async function workOutDueScores(db: Db, asOf: number): Promise<void> {
  const due = await db.sql
    .select({ address: reputation.address })
    .from(reputation)
    .where(ne(reputation.asOf, asOf))
    .orderBy(reputation.address);
  for (let start = 0; start < due.length; start += MEMBERS_AT_ONCE) {
    const members = due.slice(start, start + MEMBERS_AT_ONCE).map(({ address }) => address);
    const entries = await entriesOf(db, members);
    for (const address of members) {
      const { score } = reputationOf(entries.get(address) ?? [], asOf);
      await db.update(reputation, { address }).set({ score, asOf });
    }
  }
}

const MEMBERS_AT_ONCE = 500;

async function entriesOf(db: Db, members: Address[]): Promise<Map<Address, ReputationEntry[]>> {
  const rows = await db.sql.select().from(reputationEntry).where(inArray(reputationEntry.member, members));
  return Map.groupBy(rows, ({ member }) => member);
}
