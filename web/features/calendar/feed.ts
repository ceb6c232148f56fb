import { createHash, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "#web/db/client.ts";
import { calendarFeed } from "#web/db/schema/calendar-feed.ts";

const SECRET_BYTES = 24;

/** Opens a private feed; one that was open before ends. @returns the secret, which nobody can read again later */
export async function openFeed(db: Database, who: Address, now: Date): Promise<{ secret: string }> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const opened = { secretHash: hashOf(secret), createdAt: now };
  await db
    .insert(calendarFeed)
    .values({ member: who, ...opened })
    .onConflictDoUpdate({ target: calendarFeed.member, set: opened });
  return { secret };
}

/** Ends the feed: its address answers nobody any more. */
export async function closeFeed(db: Database, who: Address): Promise<void> {
  await db.delete(calendarFeed).where(eq(calendarFeed.member, who));
}

/** @returns since when the member's feed is open, or null */
export async function readFeedSince(db: Database, who: Address): Promise<Date | null> {
  const [found] = await db
    .select({ createdAt: calendarFeed.createdAt })
    .from(calendarFeed)
    .where(eq(calendarFeed.member, who));
  return found?.createdAt ?? null;
}

/** @returns whose feed this secret opens, or null */
export async function findFeedOwner(db: Database, secret: string): Promise<Address | null> {
  const [found] = await db
    .select({ member: calendarFeed.member })
    .from(calendarFeed)
    .where(eq(calendarFeed.secretHash, hashOf(secret)));
  return found?.member ?? null;
}

function hashOf(secret: string): Hex {
  return `0x${createHash("sha256").update(secret).digest("hex")}`;
}
