import { reputation, reputationEntry } from "ponder:schema";
import type { ReputationEntry } from "#domain/reputation-entries.ts";
import { reputationOf } from "#domain/reputation.ts";
import { ne, sql } from "ponder";
import type { Address, Hex } from "viem";
import type { Db } from "./place.ts";

/** As of no day: the score waits for the head block. */
export const STALE = 0;

/** A block, as far as scores care. */
export type ScoredBlock = {
  /** Its UTC day (days since 1970). */
  asOf: number;
  hash: Hex;
  parentHash: Hex;
};

// What this process remembers only spares it a query, since Ponder takes longer to parse one than Postgres to answer it:
// in a block that follows right upon one with all scores fresh, those due are the ones marked since. Anything else (the
// first block, a reorg, a retry) asks the table.
const due = new Set<Address>();
let lastFresh: ScoredBlock | null = null;

/** Notes that something new counts for a member's score. */
export function markDue(member: Address): void {
  due.add(member);
}

/** Brings every score up to a block: of members something counted for since, and, on a new day, of all. */
export async function refreshScores(db: Db, block: ScoredBlock): Promise<void> {
  const isNext = lastFresh?.asOf === block.asOf && lastFresh.hash === block.parentHash;
  const members = isNext ? [...due] : await readDue(db, block.asOf);
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    await scoreMembers(db, members.slice(start, start + MEMBERS_AT_ONCE), block.asOf);
  }
  due.clear();
  lastFresh = block;
}

const MEMBERS_AT_ONCE = 500;

async function scoreMembers(db: Db, members: Address[], asOf: number): Promise<void> {
  const rows: ReputationEntry[] = await db.sql
    .select()
    .from(reputationEntry)
    .where(sql`${reputationEntry.member} = any(${sql.param(members)})`);
  const entries = Map.groupBy(rows, ({ member }) => member);
  for (const address of members) {
    const { score } = reputationOf(entries.get(address) ?? [], asOf);
    await db.update(reputation, { address }).set({ score, asOf });
  }
}

async function readDue(db: Db, asOf: number): Promise<Address[]> {
  const rows = await db.sql.select({ address: reputation.address }).from(reputation).where(ne(reputation.asOf, asOf));
  return rows.map(({ address }) => address);
}
