import { reputation, reputationEntry, reputationPeer } from "ponder:schema";
import type { ReputationEntry } from "#domain/reputation-entries.ts";
import { reputationOf, weighEntry } from "#domain/reputation.ts";
import { ne, sql } from "ponder";
import type { Address } from "viem";
import { createDue, type ChainedBlock } from "./due.ts";
import type { SqlDb } from "./place.ts";

/** As of no day: the score waits for the head block. */
export const STALE = 0;

/** A block, as far as scores care. */
export type ScoredBlock = ChainedBlock & {
  /** Its UTC day (days since 1970). */
  asOf: number;
};

const due = createDue<Address>();
let freshDay = STALE;

/** Notes that something new counts for a member's score. */
export function markDue(member: Address): void {
  due.mark(member);
}

/** Brings every score up to a block: of members something counted for since, and, on a new day, of all. */
export async function refreshScores(db: SqlDb, block: ScoredBlock): Promise<void> {
  const marked = block.asOf === freshDay ? due.since(block) : null;
  const members = marked ?? (await readDue(db, block.asOf));
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    await scoreMembers(db, members.slice(start, start + MEMBERS_AT_ONCE), block.asOf);
  }
  due.settle(block);
  freshDay = block.asOf;
}

const MEMBERS_AT_ONCE = 500;

async function readDue(db: SqlDb, asOf: number): Promise<Address[]> {
  const rows = await db.sql.select({ address: reputation.address }).from(reputation).where(ne(reputation.asOf, asOf));
  return rows.map(({ address }) => address);
}

async function scoreMembers(db: SqlDb, members: Address[], asOf: number): Promise<void> {
  const entries: (ReputationEntry & { weight: bigint })[] = await db.sql
    .select()
    .from(reputationEntry)
    .where(sql`${reputationEntry.member} = any(${sql.param(members)})`);
  const byMember = Map.groupBy(entries, ({ member }) => member);
  const scores = members.map((address) => ({ address, ...reputationOf(byMember.get(address) ?? [], asOf) }));
  const reweighed = entries
    .map((entry) => ({ ...entry, before: entry.weight, ...weighEntry(entry, asOf) }))
    .filter(({ weight, before }) => weight !== before);
  const parts = scores.flatMap(({ address: member, peers }) => peers.map((part) => ({ member, ...part })));
  // In 61 years a deal's weight comes down to nothing; until then no peer leaves the table.
  if (reweighed.some(({ weight }) => weight === 0n)) {
    await db.sql.delete(reputationPeer).where(sql`${reputationPeer.member} = any(${sql.param(members)})`);
  }
  await writeScores(db, { asOf, scores, parts, reweighed });
}

type Written = {
  asOf: number;
  scores: readonly object[];
  parts: readonly object[];
  reweighed: readonly object[];
};

/** One statement, since each is parsed anew; its values travel as JSON, so that its text is the same for any number. */
async function writeScores(db: SqlDb, { asOf, scores, parts, reweighed }: Written): Promise<void> {
  await db.sql.execute(sql`
    with weighed as (
      update ${reputationEntry} e set weight = r.weight
        from json_to_recordset(${asJson(reweighed)}) r ("dealId" text, member text, weight numeric)
        where e.deal_id = r."dealId" and e.member = r.member
    ), influence as (
      insert into ${reputationPeer} (member, peer, weight, quality, capped, share_millionths, point_hundredths)
        select * from json_to_recordset(${asJson(parts)}) r (member text, peer text, weight numeric, quality numeric,
          capped numeric, "shareMillionths" int, "pointHundredths" int)
        on conflict (member, peer) do update set weight = excluded.weight, quality = excluded.quality,
          capped = excluded.capped, share_millionths = excluded.share_millionths,
          point_hundredths = excluded.point_hundredths
    )
    update ${reputation} s set score = r.score, as_of = ${asOf}
      from json_to_recordset(${asJson(scores)}) r (address text, score int) where s.address = r.address`);
}

/** Numbers too large for JavaScript's as the digits they are. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
