import { and, eq, isNull, lte } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { outbox } from "#web/db/schema/outbox.ts";

/** Marks one row of `who`'s inbox as seen; those of others stay as they are. */
export async function markRead(db: Database, who: Address, id: number, now: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ readAt: now })
    .where(and(eq(outbox.id, id), eq(outbox.recipient, who), isNull(outbox.readAt)));
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
