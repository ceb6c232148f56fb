import { and, asc, eq, gt, inArray, or, sum } from "drizzle-orm";
import type { Address } from "viem";
import { holding, issuer, member as chainMember, reputation, token } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { foldHandle } from "#web/features/member/handle.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** What a member says about themselves. */
export type Profile = typeof member.$inferSelect;

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
  const [found] = await db.select().from(member).where(eq(member.address, address));
  return found ?? null;
}

/**
 * Finds a member as URLs name them.
 * @param name a handle in any spelling that looks like it, or an address
 */
export async function findProfile(db: Database, name: string): Promise<Profile | null> {
  const address = name.toLowerCase();
  if (/^0x[0-9a-f]{40}$/.test(address)) return readProfile(db, address as Address);
  const [found] = await db
    .select()
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

/** One line of the directory. */
export type DirectoryEntry = Pick<
  Profile,
  "address" | "handle" | "displayName" | "bio" | "skills" | "place" | "arbiter"
> & { score: number | null; completedDeals: number };

/** Everybody who has joined, by name. */
export async function listMembers(db: Database): Promise<DirectoryEntry[]> {
  const profiles = await db
    .select({
      address: member.address,
      handle: member.handle,
      displayName: member.displayName,
      bio: member.bio,
      skills: member.skills,
      place: member.place,
      arbiter: member.arbiter,
    })
    .from(member)
    .orderBy(asc(member.displayName), asc(member.address));
  const addresses = profiles.map(({ address }) => address);
  const [scores, activities] = await Promise.all([
    db
      .select({ address: reputation.address, score: reputation.score })
      .from(reputation)
      .where(inArray(reputation.address, addresses)),
    db
      .select({ address: chainMember.address, completedDeals: chainMember.completedDeals })
      .from(chainMember)
      .where(inArray(chainMember.address, addresses)),
  ]);
  const scoreOf = new Map(scores.map(({ address, score }) => [address, score]));
  const dealsOf = new Map(activities.map(({ address, completedDeals }) => [address, completedDeals]));
  return profiles.map((profile) => ({
    ...profile,
    score: scoreOf.get(profile.address) ?? null,
    completedDeals: dealsOf.get(profile.address) ?? 0,
  }));
}
