import { and, asc, eq, gt, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address, Hex } from "viem";
import type { Span } from "#domain/span.ts";
import type { Database } from "#web/db/client.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { isStanding } from "#web/features/booking/is-standing.ts";

/** A booking as one of its two sides sees it. */
export type BookingRecord = Pick<
  typeof booking.$inferSelect,
  | "id"
  | "proposalId"
  | "dealId"
  | "seller"
  | "buyer"
  | "startsAt"
  | "endsAt"
  | "state"
  | "heldUntil"
  | "freedFor"
  | "sequence"
  | "updatedAt"
> & {
  /** Of the listing it came from; null where that is gone. */
  title: string | null;
  sellerName: string | null;
  buyerName: string | null;
};

const sellerProfile = alias(member, "seller_profile");
const buyerProfile = alias(member, "buyer_profile");

/**
 * @param window bookings that reach into it
 * @returns what `who` has given and got, the earliest first, without what was freed and holds that ran out
 */
export async function listBookings(
  db: Database,
  who: Address,
  { window, now }: { window: { from: Date; to: Date }; now: Date },
): Promise<BookingRecord[]> {
  return select(db)
    .where(
      and(
        or(eq(booking.seller, who), eq(booking.buyer, who)),
        isStanding(now),
        gt(booking.endsAt, window.from),
        lt(booking.startsAt, window.to),
      ),
    )
    .orderBy(asc(booking.startsAt));
}

/** @returns the booking if `who` is a side of it, else null; what was freed, too */
export async function readBooking(db: Database, who: Address, id: string): Promise<BookingRecord | null> {
  const [found] = await select(db).where(and(eq(booking.id, id), or(eq(booking.seller, who), eq(booking.buyer, who))));
  return found ?? null;
}

/** @returns the booking of a proposal, or null where it has none */
export async function readProposalBooking(db: Database, proposalId: string): Promise<BookingRecord | null> {
  const [found] = await select(db).where(eq(booking.proposalId, proposalId));
  return found ?? null;
}

/** @returns the booking of a deal under its present terms, or null where it has none */
export async function readDealBooking(db: Database, dealId: Hex, origin: Hex): Promise<BookingRecord | null> {
  const [found] = await select(db)
    .where(or(eq(booking.dealId, dealId), eq(proposal.dealId, origin)))
    .orderBy(sql`${booking.dealId} = ${dealId} desc nulls last`)
    .limit(1);
  return found ?? null;
}

/**
 * Whether another booking of the seller lies in this time: who is about to sign or pay for it is told before.
 * @param without the booking that does not count: one's own
 */
export async function isTimeTaken(
  db: Database,
  { seller, span, without }: { seller: Address; span: Span; without: string | undefined },
  now: Date,
): Promise<boolean> {
  const found = await db
    .select({ id: booking.id })
    .from(booking)
    .where(
      and(
        eq(booking.seller, seller),
        isStanding(now),
        lt(booking.startsAt, new Date(span.to * 1000)),
        gt(booking.blockedUntil, new Date(span.from * 1000)),
        without === undefined ? undefined : ne(booking.id, without),
      ),
    )
    .limit(1);
  return found.length > 0;
}

function select(db: Database) {
  return db
    .select({
      id: booking.id,
      proposalId: booking.proposalId,
      dealId: booking.dealId,
      seller: booking.seller,
      buyer: booking.buyer,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      state: booking.state,
      heldUntil: booking.heldUntil,
      freedFor: booking.freedFor,
      sequence: booking.sequence,
      updatedAt: booking.updatedAt,
      title: listing.title,
      sellerName: sellerProfile.displayName,
      buyerName: buyerProfile.displayName,
    })
    .from(booking)
    .leftJoin(proposal, eq(proposal.id, booking.proposalId))
    .leftJoin(listing, eq(listing.id, proposal.listingId))
    .leftJoin(sellerProfile, eq(sellerProfile.address, booking.seller))
    .leftJoin(buyerProfile, eq(buyerProfile.address, booking.buyer));
}
