import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { type Mail, MAIL_COLUMN, type QueuedMail } from "#web/features/mail/mail.ts";
import { type KeyRing, seal } from "#web/lib/key-ring.ts";

/** Tries before a mail is given up: with the queue's growing pauses, about half a day. */
const MOST_TRIES = 10;

/**
 * Writes a mail down for the worker to send. Done in the transaction of what it tells of, so that neither exists without
 * the other, and a crash loses nothing. While it waits it is encrypted.
 */
export async function queueMail(db: Database, ring: KeyRing, mail: Mail): Promise<void> {
  const id = randomUUID();
  const payload: QueuedMail = { id, sealed: seal(ring, { column: MAIL_COLUMN, id }, JSON.stringify(mail)) };
  await db.execute(sql`
    select graphile_worker.add_job('send_mail', ${JSON.stringify(payload)}::json, max_attempts => ${MOST_TRIES}::int)`);
}
