import { randomBytes } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { nonce } from "#web/db/schema/nonce.ts";
import { MESSAGE_LIFETIME_SECONDS } from "#web/features/session/sign-in-message.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

const NONCE_BYTES = 16;

/** @returns a fresh nonce of 32 hexadecimal digits, good for one sign-in within ten minutes */
export async function issueNonce(db: Database, now: Date): Promise<string> {
  const value = randomBytes(NONCE_BYTES).toString("hex");
  await db.insert(nonce).values({ value, issuedAt: now, expiresAt: addSeconds(now, MESSAGE_LIFETIME_SECONDS) });
  return value;
}

/**
 * Uses a nonce up. Of any number of tries at once, one deletes the row.
 * @throws AppError `sign_in_nonce_used` for one already used, never issued, or too old
 */
export async function spendNonce(db: Database, value: string, now: Date): Promise<void> {
  const [spent] = await db.delete(nonce).where(eq(nonce.value, value)).returning({ expiresAt: nonce.expiresAt });
  if (!spent || spent.expiresAt <= now) throw new AppError("sign_in_nonce_used");
}

/** Removes nonces nobody can use any more. */
export async function pruneNonces(db: Database, now: Date): Promise<void> {
  await db.delete(nonce).where(lte(nonce.expiresAt, now));
}
