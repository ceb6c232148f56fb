import { asc, eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { token, transfer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";

/** An issuer's promises from one moment on, in minutes. */
export type PromisePoint = {
  /** Unix seconds. */
  at: number;
  /** Still owed: held by anybody, or in escrow. */
  owed: number;
  /** Came home, ever. */
  kept: number;
};

/** How each kind of move changes what is owed; conversions and renewals change nothing in all. */
const OWED = sql`case
  when ${transfer.kind} in ('mint', 'renew_in', 'convert_in') then ${transfer.minutes}
  when ${transfer.kind} in ('redeem', 'forgive', 'withdraw', 'lapse', 'renew_out', 'convert_out') then -${transfer.minutes}
  else 0 end`;
const KEPT = sql`case when ${transfer.kind} = 'redeem' then ${transfer.minutes} else 0 end`;

/** @returns what became of an issuer's promises, day by day, oldest first */
export async function tracePromises(db: Database, issuer: Address): Promise<PromisePoint[]> {
  const day = sql`${transfer.timestamp} / 86400`;
  const days = await db
    .select({
      day: sql<string>`${day}`.mapWith(Number),
      owed: sql<string>`sum(${OWED})`.mapWith(Number),
      kept: sql<string>`sum(${KEPT})`.mapWith(Number),
    })
    .from(transfer)
    .innerJoin(token, eq(token.id, transfer.tokenId))
    .where(eq(token.issuer, issuer))
    .groupBy(day)
    .orderBy(day);
  let [owed, kept] = [0, 0];
  return days.map((change) => {
    owed += change.owed;
    kept += change.kept;
    return { at: (change.day + 1) * 86_400, owed, kept };
  });
}

/** Every id of an issuer, the first made first. */
export function listIds(db: Database, issuer: Address) {
  return db
    .select({ id: token.id, unit: token.unit, expiry: token.expiry, minted: token.minted, burned: token.burned })
    .from(token)
    .where(eq(token.issuer, issuer))
    .orderBy(asc(token.createdAt), asc(token.id));
}

export type IssuedId = Awaited<ReturnType<typeof listIds>>[number];
