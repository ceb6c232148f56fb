import { and, asc, desc, eq, gt, inArray, or } from "drizzle-orm";
import { zeroAddress, type Address, type Hex } from "viem";
import { sameAddress } from "#domain/address.ts";
import type { RatedSides } from "#domain/deal-state.ts";
import type { Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { claim, deal, dealEvent, dealPayment, evidence, head, rating } from "#indexer/ponder.schema.ts";
import type { AgreedListing } from "#domain/brief.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import {
  factsOf,
  type ClaimRow,
  type DealFacts,
  type DealRow,
  type EventRow,
  type EvidenceRow,
  type PaymentRow,
  type RatingRow,
} from "#web/features/deal/deal-record.ts";
import { readPeople, type People } from "#web/features/people/queries.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** Everything the chain says of one deal, and the names of everybody in it. */
export type DealRecord = DealFacts & {
  row: DealRow;
  /** Title of the listing it came from, or the deal it goes on from did; null where there was none. */
  title: string | null;
  listingId: string | null;
  /** As it is today. */
  listing: AgreedListing | null;
  payment: PaymentRow[];
  events: EventRow[];
  evidence: EvidenceRow[];
  claims: ClaimRow[];
  ratings: RatingRow[];
  rated: RatedSides;
  people: People;
};

/** One line of a list of deals. */
export type DealSummary = DealFacts & {
  row: DealRow;
  title: string | null;
  rated: RatedSides;
};

const MOST_LISTED = 200;

/** @returns the deal's terms and state alone, or null where the index knows no such deal. */
export async function readFacts(db: Database, id: Hex): Promise<DealFacts | null> {
  const [row] = await db.select().from(deal).where(eq(deal.id, id));
  if (!row) return null;
  return factsOf(row, await db.select().from(dealPayment).where(eq(dealPayment.dealId, id)));
}

/** @returns the whole record of a deal, or null where the index knows no such deal. */
export async function readDeal(db: Database, id: Hex): Promise<DealRecord | null> {
  const [row] = await db.select().from(deal).where(eq(deal.id, id));
  if (!row) return null;
  const [payment, events, filed, claims, ratings, origin] = await Promise.all([
    db.select().from(dealPayment).where(eq(dealPayment.dealId, id)).orderBy(asc(dealPayment.position)),
    db.select().from(dealEvent).where(eq(dealEvent.dealId, id)).orderBy(asc(dealEvent.block), asc(dealEvent.logIndex)),
    db.select().from(evidence).where(eq(evidence.dealId, id)).orderBy(asc(evidence.timestamp)),
    db
      .select()
      .from(claim)
      .where(and(eq(claim.dealId, id), gt(claim.amount, 0n))),
    db.select().from(rating).where(eq(rating.dealId, id)),
    readOrigin(db, row),
  ]);
  const issuers = payment.map(({ tokenId }) => unpackTokenId(tokenId).issuer);
  const actors = events.flatMap(({ by }) => by ?? []);
  const people = await readPeople(db, [row.buyer, row.seller, row.arbiter, row.appealArbiter, ...issuers, ...actors]);
  const facts = factsOf(row, payment);
  return {
    ...facts,
    row,
    ...origin,
    payment,
    events,
    evidence: filed,
    claims,
    ratings,
    rated: ratedSides(row, ratings),
    people,
  };
}

/** @returns the deals `who` is a party or an arbiter of, the latest first. */
export async function listDeals(db: Database, who: Address): Promise<DealSummary[]> {
  const rows = await db
    .select({ row: deal, title: listing.title, brief: words.body })
    .from(deal)
    .leftJoin(proposal, eq(proposal.dealId, deal.origin))
    .leftJoin(listing, eq(listing.id, proposal.listingId))
    .leftJoin(words, eq(words.hash, deal.brief))
    .where(or(eq(deal.buyer, who), eq(deal.seller, who), eq(deal.arbiter, who), eq(deal.appealArbiter, who)))
    .orderBy(desc(deal.openedAt))
    .limit(MOST_LISTED);
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const [payments, ratings] = await Promise.all([
    db.select().from(dealPayment).where(inArray(dealPayment.dealId, ids)),
    db.select().from(rating).where(inArray(rating.dealId, ids)),
  ]);
  return rows.map(({ row, title, brief }) => ({
    ...factsOf(
      row,
      payments.filter(({ dealId }) => dealId === row.id),
    ),
    row,
    title: title ?? firstLine(brief),
    rated: ratedSides(
      row,
      ratings.filter(({ dealId }) => dealId === row.id),
    ),
  }));
}

/** @returns how often each of `arbiters` has ruled, and of those rulings, how many an appeal replaced. */
export async function countRulings(db: Database, arbiters: readonly Address[]): Promise<Record<Address, number>> {
  const wanted = arbiters.filter((address) => !sameAddress(address, zeroAddress));
  if (wanted.length === 0) return {};
  const rows = await db
    .select({ by: dealEvent.by })
    .from(dealEvent)
    .where(and(eq(dealEvent.kind, "ruled"), inArray(dealEvent.by, wanted)));
  const counts: Record<Address, number> = {};
  for (const { by } of rows) if (by) counts[by] = (counts[by] ?? 0) + 1;
  return counts;
}

type Origin = { title: string | null; listingId: string | null; listing: AgreedListing | null };

async function readOrigin(db: Database, row: DealRow): Promise<Origin> {
  const [origin] = await db
    .select({
      title: listing.title,
      listingId: listing.id,
      listing: {
        title: listing.title,
        description: listing.description,
        priceMinutes: listing.priceMinutes,
        place: listing.place,
        remote: listing.remote,
      },
    })
    .from(proposal)
    .innerJoin(listing, eq(listing.id, proposal.listingId))
    .where(eq(proposal.dealId, row.origin));
  return origin ?? { title: null, listingId: null, listing: null };
}

function firstLine(text: string | null): string | null {
  return text?.split("\n", 1)[0]?.trim() || null;
}

/**
 * The time deals are read at: the clock, or the newest indexed block where the chain is ahead of it.
 * @returns unix seconds
 */
export async function readDealTime(db: Database, clock: Date): Promise<number> {
  const [newest] = await db.select({ timestamp: head.timestamp }).from(head);
  return Math.max(toSeconds(clock), newest?.timestamp ?? 0);
}

/** Which sides of a deal have rated and replied. */
export function ratedSides(terms: Pick<Terms, "buyer" | "seller">, ratings: readonly RatingRow[]): RatedSides {
  const by = (rater: Address) => ratings.find((row) => row.rater === rater);
  const [ofBuyer, ofSeller] = [by(terms.buyer), by(terms.seller)];
  return {
    buyer: ofBuyer !== undefined,
    seller: ofSeller !== undefined,
    buyerReplied: Boolean(ofSeller?.reply),
    sellerReplied: Boolean(ofBuyer?.reply),
  };
}
