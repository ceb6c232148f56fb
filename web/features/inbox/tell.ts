import type { Address } from "viem";
import type { z } from "zod";
import type { Database } from "#web/db/client.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import type { InboxKind } from "#web/features/inbox/kind.ts";

/** One thing one member is told. */
export type Message<Schema extends z.ZodType> = {
  recipient: Address;
  /** Names what happened, the same each time it is found to have happened; whom it is told is added. */
  event: string;
  payload: z.input<Schema>;
};

/**
 * Tells members something, each of it once: what was told before, by whichever process, is passed over. Called in the
 * transaction that makes it true.
 */
export async function tell<Schema extends z.ZodType>(
  db: Database,
  { kind, schema }: InboxKind<Schema>,
  messages: readonly Message<Schema>[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ recipient, event, payload }) => ({
    recipient,
    eventKey: `${kind}:${event}:${recipient}`,
    kind,
    payload: schema.parse(payload),
    createdAt: now,
  }));
  await db.insert(outbox).values(rows).onConflictDoNothing({ target: outbox.eventKey });
}
