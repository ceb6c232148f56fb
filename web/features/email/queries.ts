import { and, eq, gt } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { memberEmail } from "#web/db/schema/member-email.ts";
import { PENDING_COLUMN, VERIFIED_COLUMN } from "#web/features/email/sealed-columns.ts";
import { hashToken } from "#web/features/email/token.ts";
import { type KeyRing, unseal } from "#web/lib/key-ring.ts";

/** A member's own view of their address. */
export type OwnEmail = {
  verified: string | null;
  /** The address whose link was not opened yet, while it can be. */
  pending: { address: string; until: Date } | null;
};

export async function readOwnEmail(db: Database, ring: KeyRing, who: Address, now: Date): Promise<OwnEmail> {
  const [found] = await db
    .select({
      address: memberEmail.sealedAddress,
      pending: memberEmail.sealedPending,
      until: memberEmail.tokenExpiresAt,
    })
    .from(memberEmail)
    .where(eq(memberEmail.member, who));
  const waits = found?.pending && found.until && found.until > now ? { ...found, until: found.until } : null;
  return {
    verified: found?.address ? unseal(ring, { column: VERIFIED_COLUMN, id: who }, found.address) : null,
    pending: waits?.pending
      ? { address: unseal(ring, { column: PENDING_COLUMN, id: who }, waits.pending), until: waits.until }
      : null,
  };
}

/** What the page of a link says before it is used: which address would belong to whom. */
export type WaitingEmail = {
  address: string;
  member: Address;
  name: string | null;
  handle: string | null;
  photoId: string | null;
};

/** @returns null for a link that was used, replaced or is too old */
export async function findWaitingEmail(
  db: Database,
  ring: KeyRing,
  token: string,
  now: Date,
): Promise<WaitingEmail | null> {
  const [found] = await db
    .select({
      member: memberEmail.member,
      sealed: memberEmail.sealedPending,
      name: member.displayName,
      handle: member.handle,
      photoId: member.photoId,
    })
    .from(memberEmail)
    .leftJoin(member, eq(member.address, memberEmail.member))
    .where(and(eq(memberEmail.tokenHash, hashToken(token)), gt(memberEmail.tokenExpiresAt, now)));
  if (!found?.sealed) return null;
  const { member: who, sealed, ...person } = found;
  return { address: unseal(ring, { column: PENDING_COLUMN, id: who }, sealed), member: who, ...person };
}
