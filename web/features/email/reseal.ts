import { and, eq, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "#web/db/client.ts";
import { memberEmail } from "#web/db/schema/member-email.ts";
import { PENDING_COLUMN, VERIFIED_COLUMN } from "#web/features/email/sealed-columns.ts";
import { type KeyRing, keyIdOf, seal, unseal } from "#web/lib/key-ring.ts";

const ROWS_AT_ONCE = 500;

/**
 * Encrypts under the newest key whatever is under an older one. Done again, it does nothing; changed meanwhile by its
 * member, a row is left to them.
 * @returns how many values were encrypted anew
 */
export async function resealEmails(db: Database, ring: KeyRing): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await db
      .select({ member: memberEmail.member, address: memberEmail.sealedAddress, pending: memberEmail.sealedPending })
      .from(memberEmail)
      .where(or(isOlder(memberEmail.sealedAddress, ring), isOlder(memberEmail.sealedPending, ring)))
      .limit(ROWS_AT_ONCE);
    if (rows.length === 0) return count;
    for (const { member, address, pending } of rows) {
      const renewed = {
        sealedAddress: renew(ring, VERIFIED_COLUMN, member, address),
        sealedPending: renew(ring, PENDING_COLUMN, member, pending),
      };
      await db
        .update(memberEmail)
        .set(renewed)
        .where(
          and(
            eq(memberEmail.member, member),
            sql`${memberEmail.sealedAddress} is not distinct from ${address}`,
            sql`${memberEmail.sealedPending} is not distinct from ${pending}`,
          ),
        );
      count += Number(renewed.sealedAddress !== address) + Number(renewed.sealedPending !== pending);
    }
  }
}

/** How many values each key has encrypted: one without any can leave the ring. */
export async function countByKey(db: Database, ring: KeyRing): Promise<Map<string, number>> {
  const counts = new Map([...ring.keys.keys()].map((id) => [id, 0]));
  const { rows } = await db.execute<{ key: string; count: number }>(sql`
    select split_part(value, '.', 2) as key, count(*)::int as count
    from app.member_email, lateral (values (sealed_address), (sealed_pending)) as sealed(value)
    where value is not null group by 1`);
  for (const { key, count } of rows) counts.set(key, count);
  return counts;
}

function renew(ring: KeyRing, column: string, id: string, sealed: string | null): string | null {
  if (sealed === null || keyIdOf(sealed) === ring.newest) return sealed;
  return seal(ring, { column, id }, unseal(ring, { column, id }, sealed));
}

const isOlder = (column: PgColumn, { newest }: KeyRing): SQL => sql`split_part(${column}, '.', 2) <> ${newest}`;
