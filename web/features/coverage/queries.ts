import { and, eq, gt, notInArray, or, sql } from "drizzle-orm";
import type { Address } from "viem";
import { keepsHours } from "#domain/availability.ts";
import type { Promised } from "#domain/coverage.ts";
import { deal, dealPayment, holding, token } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { booking } from "#web/db/schema/booking.ts";
import { readOpenCalendar } from "#web/features/availability/queries.ts";
import { summarise, type CoverageGround, type CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** @returns null for a member who keeps no hours: nobody can say, then */
export async function readCoverageGround(db: Database, member: Address, now: Date): Promise<CoverageGround | null> {
  const calendar = await readOpenCalendar(db, member, { now });
  if (!calendar || !keepsHours(calendar.availability)) return null;
  const [outstanding, booked] = await Promise.all([listPromised(db, member, now), listBooked(db, member)]);
  const inSlots = new Map(booked.map(({ expiry, minutes }) => [expiry, minutes]));
  return {
    promised: outstanding.map(({ expiry, minutes }) => ({ expiry, minutes: minutes - (inSlots.get(expiry) ?? 0) })),
    bookedMinutes: booked.reduce((sum, { minutes }) => sum + minutes, 0),
    calendar,
  };
}

/** @returns null for a member who keeps no hours, or promised nothing */
export async function readCoverage(db: Database, member: Address, now: Date): Promise<CoverageSummary | null> {
  const ground = await readCoverageGround(db, member, now);
  return ground && summarise(ground, toSeconds(now));
}

/** Everything outstanding by its expiry, as the promise record counts it: in all hands, the escrow's and one's own too. */
async function listPromised(db: Database, member: Address, now: Date): Promise<Promised[]> {
  return db
    .select({ expiry: token.expiry, minutes: sql<number>`sum(${holding.minutes})`.mapWith(Number) })
    .from(holding)
    .innerJoin(token, eq(token.id, holding.tokenId))
    .where(
      and(eq(token.issuer, member), gt(holding.amount, 0n), or(eq(token.expiry, 0), gt(token.expiry, toSeconds(now)))),
    )
    .groupBy(token.expiry);
}

/** What of it is locked in the member's own deals that have their slot. */
async function listBooked(db: Database, member: Address): Promise<Promised[]> {
  return db
    .select({ expiry: token.expiry, minutes: sql<number>`sum(${dealPayment.minutes})`.mapWith(Number) })
    .from(dealPayment)
    .innerJoin(deal, eq(deal.id, dealPayment.dealId))
    .innerJoin(booking, and(eq(booking.dealId, deal.id), eq(booking.state, "firm")))
    .innerJoin(token, eq(token.id, dealPayment.tokenId))
    .where(and(eq(deal.seller, member), eq(token.issuer, member), notInArray(deal.status, ["closed", "voided"])))
    .groupBy(token.expiry);
}
