import { and, eq, getTableColumns, gt, or, sum } from "drizzle-orm";
import type { Address } from "viem";
import { holding, issuer, member as chainMember, reputation, token } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { foldHandle } from "#web/features/member/handle.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** What a member says about themselves. */
export type Profile = Omit<typeof member.$inferSelect, "search">;

const { search: _, ...PROFILE } = getTableColumns(member);

/** What the chain says about an address. */
export type ChainRecord = {
  /** Counters; null for somebody who took part in nothing yet. */
  activity: typeof chainMember.$inferSelect | null;
  /** The promise record, in minutes; null for somebody who never promised time. */
  promises: typeof issuer.$inferSelect | null;
  /** 0–100; null where there is no finished deal to judge by. */
  score: number | null;
};

/** @returns null for an address that has not joined */
export async function readProfile(db: Database, address: Address): Promise<Profile | null> {
  const [found] = await db.select(PROFILE).from(member).where(eq(member.address, address));
  return found ?? null;
}

/** @returns the coarse place an address gave as theirs; null where they gave none that is on the map */
export async function readHome(
  db: Database,
  address: Address,
): Promise<{ place: string; latitude: number; longitude: number } | null> {
  const [found] = await db
    .select({ place: member.place, latitude: member.latitude, longitude: member.longitude })
    .from(member)
    .where(eq(member.address, address));
  if (!found || found.latitude === null || found.longitude === null) return null;
  return { ...found, latitude: found.latitude, longitude: found.longitude };
}

/**
 * Finds a member as URLs name them.
 * @param name a handle in any spelling that looks like it, or an address
 */
export async function findProfile(db: Database, name: string): Promise<Profile | null> {
  const address = name.toLowerCase();
  if (/^0x[0-9a-f]{40}$/.test(address)) return readProfile(db, address as Address);
  const [found] = await db
    .select(PROFILE)
    .from(member)
    .where(eq(member.handleKey, foldHandle(name)));
  return found ?? null;
}

/** What the chain says about one address. */
export async function readChainRecord(db: Database, address: Address): Promise<ChainRecord> {
  const [[activity], [promises], [scored]] = await Promise.all([
    db.select().from(chainMember).where(eq(chainMember.address, address)),
    db.select().from(issuer).where(eq(issuer.address, address)),
    db.select({ score: reputation.score }).from(reputation).where(eq(reputation.address, address)),
  ]);
  return { activity: activity ?? null, promises: promises ?? null, score: scored?.score ?? null };
}

/** @returns the minutes of every token an address holds that has not run out */
export async function readHeldMinutes(db: Database, address: Address, now: Date): Promise<number> {
  const [held] = await db
    .select({ minutes: sum(holding.minutes).mapWith(Number) })
    .from(holding)
    .innerJoin(token, eq(token.id, holding.tokenId))
    .where(and(eq(holding.holder, address), or(eq(token.expiry, 0), gt(token.expiry, toSeconds(now)))));
  return held?.minutes ?? 0;
}
