import { and, asc, count, desc, eq, gt, ilike, ne, or, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { holding, issuer, reputation, token, transfer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";

export const MOVES_PAGE_SIZE = 25;

const RECIPIENTS = 6;

/** What one member holds of one id, with its issuer's name. */
export type HoldingRow = Awaited<ReturnType<typeof listHoldings>>[number];

/** Everything `holder` holds: what runs out soonest first, what never does last. */
export function listHoldings(db: Database, holder: Address) {
  return db
    .select({
      tokenId: holding.tokenId,
      amount: holding.amount,
      minutes: holding.minutes,
      issuer: token.issuer,
      unit: token.unit,
      expiry: token.expiry,
      issuerName: member.displayName,
      issuerHandle: member.handle,
      issuerPhotoId: member.photoId,
    })
    .from(holding)
    .innerJoin(token, eq(token.id, holding.tokenId))
    .leftJoin(member, eq(member.address, token.issuer))
    .where(and(eq(holding.holder, holder), gt(holding.amount, 0n)))
    .orderBy(sql`nullif(${token.expiry}, 0) asc nulls last`, asc(token.issuer), asc(token.unit));
}

/** Who holds how much of an issuer's promises, the issuer left out. */
export type OutstandingRow = Awaited<ReturnType<typeof listOutstanding>>[number];

/** Promises of `promiser` in other hands, the escrow's among them: what runs out soonest first. */
export function listOutstanding(db: Database, promiser: Address) {
  return db
    .select({
      tokenId: holding.tokenId,
      holder: holding.holder,
      amount: holding.amount,
      minutes: holding.minutes,
      unit: token.unit,
      expiry: token.expiry,
      holderName: member.displayName,
      holderHandle: member.handle,
      holderPhotoId: member.photoId,
    })
    .from(holding)
    .innerJoin(token, eq(token.id, holding.tokenId))
    .leftJoin(member, eq(member.address, holding.holder))
    .where(and(eq(token.issuer, promiser), ne(holding.holder, promiser), gt(holding.amount, 0n)))
    .orderBy(sql`nullif(${token.expiry}, 0) asc nulls last`, asc(member.displayName));
}

/** An issuer's promise record in minutes; null for somebody who never promised anything. */
export async function readPromiseRecord(db: Database, address: Address) {
  const [record] = await db.select().from(issuer).where(eq(issuer.address, address));
  return record ?? null;
}

export type TokenRow = typeof token.$inferSelect;

/** @returns null where the index knows no such id */
export async function readToken(db: Database, id: bigint): Promise<TokenRow | null> {
  const [row] = await db.select().from(token).where(eq(token.id, id));
  return row ?? null;
}

/** Who holds an id, the most first. */
export function listHolders(db: Database, id: bigint, limit = 100) {
  return db
    .select({ holder: holding.holder, amount: holding.amount, minutes: holding.minutes })
    .from(holding)
    .where(and(eq(holding.tokenId, id), gt(holding.amount, 0n)))
    .orderBy(desc(holding.amount), asc(holding.holder))
    .limit(limit);
}

export type MoveRow = Awaited<ReturnType<typeof listMoves>>["moves"][number];

/**
 * A page of moves, the latest first: of one id, or of everything somebody sent or got.
 * @param page from 1
 */
export async function listMoves(
  db: Database,
  of: { tokenId: bigint } | { member: Address },
  page: number,
  size = MOVES_PAGE_SIZE,
) {
  const condition =
    "tokenId" in of ? eq(transfer.tokenId, of.tokenId) : or(eq(transfer.from, of.member), eq(transfer.to, of.member));
  const [moves, [counted]] = await Promise.all([
    db
      .select({
        id: transfer.id,
        kind: transfer.kind,
        tokenId: transfer.tokenId,
        from: transfer.from,
        to: transfer.to,
        amount: transfer.amount,
        minutes: transfer.minutes,
        dealId: transfer.dealId,
        txHash: transfer.txHash,
        timestamp: transfer.timestamp,
      })
      .from(transfer)
      .where(condition)
      .orderBy(desc(transfer.block), desc(transfer.logIndex), desc(transfer.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ count: count() }).from(transfer).where(condition),
  ]);
  return { moves, pages: Math.max(1, Math.ceil((counted?.count ?? 0) / size)) };
}

/** Somebody tokens can be sent to. */
export type Recipient = {
  address: Address;
  name: string | null;
  handle: string | null;
  photoId: string | null;
  score: number | null;
};

/** Members whose handle or name begins with `text`, or who are the address. */
export function findRecipients(db: Database, text: string): Promise<Recipient[]> {
  const start = `${text.replace(/^@/, "").replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({
      address: member.address,
      name: member.displayName,
      handle: member.handle,
      photoId: member.photoId,
      score: reputation.score,
    })
    .from(member)
    .leftJoin(reputation, eq(reputation.address, member.address))
    .where(
      or(
        eq(member.address, text.toLowerCase() as Hex),
        ilike(member.handle, start),
        sql`app.fold(${member.displayName}) like app.fold(${start})`,
      ),
    )
    .orderBy(asc(member.displayName))
    .limit(RECIPIENTS);
}
