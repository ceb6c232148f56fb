import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { outbox } from "#web/db/schema/outbox.ts";

/** Marks rows of `who`'s inbox as seen; those of others stay as they are. */
export async function markRead(db: Database, who: Address, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(outbox)
    .set({ readAt: now })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.recipient, who), isNull(outbox.readAt)));
}

/**
 * Marks everything in `who`'s inbox as seen.
 * @param upTo the newest row they were shown: what came since stays new
 */
export async function markAllRead(db: Database, who: Address, upTo: number, now: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ readAt: now })
    .where(and(eq(outbox.recipient, who), lte(outbox.id, upTo), isNull(outbox.readAt)));
}
