import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { memberEmail } from "#web/db/schema/member-email.ts";
import { isUniqueViolation } from "#web/db/violation.ts";
import { ADDRESS_LIMIT, MEMBER_LIMIT } from "#web/features/email/limits.ts";
import { PENDING_COLUMN, VERIFIED_COLUMN } from "#web/features/email/sealed-columns.ts";
import { mailboxOf, type EmailInput } from "#web/features/email/schema.ts";
import type { EmailSettings } from "#web/features/email/settings.ts";
import { drawToken, hashToken, LINK_HOURS } from "#web/features/email/token.ts";
import type { Mail } from "#web/features/mail/mail.ts";
import { queueMail } from "#web/features/mail/queue-mail.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import { blindIndex } from "#web/lib/blind-index.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";
import { seal, unseal } from "#web/lib/key-ring.ts";
import { paths } from "#web/lib/paths.ts";

/** What asking for an address to be verified works with. */
export type EmailContext = EmailSettings & {
  db: Database;
  /** The language the mail is in. */
  language: string;
  /** Writes the mail with the link. */
  write: (to: string, link: string) => Mail;
};

/**
 * Begins to verify an address: a link goes there. The address verified before stays until the link is opened. That
 * somebody else has the address is not said here, where anybody could ask, but to whoever opens the link.
 * @throws AppError `too_many_requests`
 */
export async function requestEmail(
  { db, ring, indexKey, origin, language, write }: EmailContext,
  who: Address,
  { address }: EmailInput,
  now: Date,
): Promise<void> {
  await takeAllowance(db, MEMBER_LIMIT, who, now);
  await takeAllowance(db, ADDRESS_LIMIT, blindIndex(indexKey, ADDRESS_LIMIT.action, mailboxOf(address)), now);
  const token = drawToken();
  const waiting = {
    sealedPending: seal(ring, { column: PENDING_COLUMN, id: who }, address),
    tokenHash: hashToken(token),
    tokenExpiresAt: addSeconds(now, LINK_HOURS * 3_600),
    language,
  };
  await db.transaction(async (tx) => {
    await tx
      .insert(memberEmail)
      .values({ member: who, ...waiting, createdAt: now })
      .onConflictDoUpdate({ target: memberEmail.member, set: waiting });
    await queueMail(tx, ring, write(address, `${origin}${paths.verifyEmail(token)}`));
  });
}

/**
 * Uses a link up: the address that waited is the member's from now on, in place of the one before. Whoever has the link
 * has the mailbox, so nobody need be signed in.
 * @returns whose address it is
 * @throws AppError `email_link_over` for a link used, replaced or too old; `email_taken` where the address is another's
 */
export async function verifyEmail(
  { db, ring, indexKey }: Pick<EmailContext, "db" | "ring" | "indexKey">,
  token: string,
  now: Date,
): Promise<Address> {
  const hash = hashToken(token);
  const waits = and(eq(memberEmail.tokenHash, hash), gt(memberEmail.tokenExpiresAt, now));
  const [found] = await db
    .select({ member: memberEmail.member, sealed: memberEmail.sealedPending })
    .from(memberEmail)
    .where(waits);
  if (!found?.sealed) throw new AppError("email_link_over");
  const { member } = found;
  const address = unseal(ring, { column: PENDING_COLUMN, id: member }, found.sealed);
  const verified = {
    sealedAddress: seal(ring, { column: VERIFIED_COLUMN, id: member }, address),
    addressIndex: blindIndex(indexKey, VERIFIED_COLUMN, address),
    verifiedAt: now,
  };
  try {
    const used = await db
      .update(memberEmail)
      .set({ ...verified, ...NOTHING_WAITS })
      .where(waits)
      .returning({ member: memberEmail.member });
    if (used.length === 0) throw new AppError("email_link_over");
  } catch (cause) {
    if (!isUniqueViolation(cause, "member_email_address_index_unique")) throw cause;
    throw new AppError("email_taken", { cause });
  }
  return member;
}

const NOTHING_WAITS = { sealedPending: null, tokenHash: null, tokenExpiresAt: null };

/** Forgets a member's address, the one that waits too: nothing of either is left. */
export async function removeEmail(db: Database, who: Address): Promise<void> {
  await db.delete(memberEmail).where(eq(memberEmail.member, who));
}

/** Forgets addresses whose link was never opened in time. */
export async function pruneEmails(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const over = lte(memberEmail.tokenExpiresAt, now);
    await tx.delete(memberEmail).where(and(over, isNull(memberEmail.sealedAddress)));
    await tx.update(memberEmail).set(NOTHING_WAITS).where(over);
  });
}
