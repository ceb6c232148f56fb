import { and, count, desc, eq, isNull, lt } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { outbox } from "#web/db/schema/outbox.ts";

/** What the inbox shows at once. */
export const INBOX_PAGE = 30;

/** One row of an inbox. */
export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number];

/**
 * What a member was told, the newest first: one more than a page where there is another.
 * @param before the id of the oldest row of the page before; null for the first page
 */
export function listInbox(db: Database, recipient: Address, before: number | null) {
  return db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      payload: outbox.payload,
      createdAt: outbox.createdAt,
      readAt: outbox.readAt,
    })
    .from(outbox)
    .where(and(eq(outbox.recipient, recipient), before === null ? undefined : lt(outbox.id, before)))
    .orderBy(desc(outbox.id))
    .limit(INBOX_PAGE + 1);
}

/** @returns how much of what a member was told they have not seen */
export async function countUnread(db: Database, recipient: Address): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(outbox)
    .where(and(eq(outbox.recipient, recipient), isNull(outbox.readAt)));
  return row?.unread ?? 0;
}
