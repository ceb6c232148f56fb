import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Hex } from "viem";
import { standingOf, type BookingStanding } from "#domain/booking.ts";
import { stageAt } from "#domain/deal.ts";
import { deal, head } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { availability } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { isExclusionViolation } from "#web/db/violation.ts";
import { touchCalendars } from "#web/features/availability/operations.ts";
import { APART, lockCalendar } from "#web/features/booking/hold-slot.ts";
import { factsOf, type DealRow } from "#web/features/deal/deal-record.ts";
import { bookingFreed } from "#web/features/inbox/kinds/booking-freed.ts";
import { tell } from "#web/features/inbox/tell.ts";
import { toSeconds } from "#web/lib/clock.ts";

type BookingRow = typeof booking.$inferSelect;

/** A booking and what it follows. */
type Followed = { row: BookingRow; ended: boolean; newest: DealRow | null };

/** Of a deal amended again and again, no more than this many steps are followed in one go. */
const MOST_AMENDMENTS = 20;

/**
 * Brings every booking to where its proposal and the index say it ought to be. Nothing is done because something was
 * seen happening: it may run at any time, twice at once, after a crash or a reorg, and changes only what is not so yet.
 * @returns how many bookings changed
 */
export async function reconcileBookings(db: Database, now: Date): Promise<number> {
  if (!(await isIndexThere(db))) return 0;
  let changed = 0;
  for (const followed of await readFollowed(db, now)) if (await follow(db, followed, now)) changed += 1;
  return changed + (await bookAmended(db, now));
}

/** A deal that never had a slot gets one when both sides amend it to a time the seller's calendar still has. */
async function bookAmended(db: Database, now: Date): Promise<number> {
  const without = await db
    .select({ deal, buffer: availability.bufferMinutes })
    .from(deal)
    .innerJoin(availability, eq(availability.member, deal.seller))
    .leftJoin(booking, eq(booking.dealId, deal.id))
    .where(and(inArray(deal.status, ["active", "delivered"]), isNotNull(deal.amendedFrom), isNull(booking.id)));
  let booked = 0;
  for (const { deal: row, buffer } of without) {
    const { id: dealId, seller, buyer } = row;
    const agreed = {
      dealId,
      seller,
      buyer,
      ...spanOf(row, row.minutes, buffer),
      state: "firm",
      createdAt: now,
    } as const;
    const inserted = await db.transaction(async (tx) => {
      await lockCalendar(tx, seller);
      await touchCalendars(tx, [seller, buyer]);
      return tx
        .insert(booking)
        .values({ ...agreed, updatedAt: now })
        .onConflictDoNothing()
        .returning({ id: booking.id });
    });
    booked += inserted.length;
  }
  return booked;
}

/** While the index is being built anew its deals are missing, not gone. */
async function isIndexThere(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ there: boolean }>(sql`select to_regclass('chain.head') is not null as there`);
  if (!rows[0]?.there) return false;
  return (await db.select({ block: head.block }).from(head)).length > 0;
}

async function readFollowed(db: Database, now: Date): Promise<Followed[]> {
  const rows = await db
    .select({ row: booking, stage: proposal.stage, current: deal })
    .from(booking)
    .leftJoin(proposal, eq(proposal.id, booking.proposalId))
    .leftJoin(deal, eq(deal.id, sql`coalesce(${proposal.dealId}, ${booking.dealId})`))
    .where(
      or(
        inArray(booking.state, ["held", "firm"]),
        gt(booking.endsAt, now),
        eq(deal.outcome, "amended"),
        sql`${deal.status} not in ('closed', 'voided')`,
      ),
    );
  const newest = await followAmendments(
    db,
    rows.flatMap(({ current }) => current ?? []),
  );
  return rows.map(({ row, stage, current }) => ({
    row,
    ended: stage === "declined" || stage === "withdrawn",
    newest: current === null ? null : (newest.get(current.id) ?? current),
  }));
}

/** @returns by each deal's id the row it goes on under */
async function followAmendments(db: Database, deals: readonly DealRow[]): Promise<Map<Hex, DealRow>> {
  const newest = new Map(deals.map((row) => [row.id, row]));
  for (let step = 0; step < MOST_AMENDMENTS; step += 1) {
    const next = [...newest].flatMap(([id, { amendedTo }]) => (amendedTo ? [{ id, amendedTo }] : []));
    if (next.length === 0) break;
    const ids = next.map(({ amendedTo }) => amendedTo);
    const found = await db.select().from(deal).where(inArray(deal.id, ids));
    const byId = new Map(found.map((row) => [row.id, row]));
    let moved = false;
    for (const { id, amendedTo } of next) {
      const row = byId.get(amendedTo);
      if (!row) continue;
      newest.set(id, row);
      moved = true;
    }
    if (!moved) break;
  }
  return newest;
}

async function follow(db: Database, { row, ended, newest }: Followed, now: Date): Promise<boolean> {
  const at = toSeconds(now);
  const facts = newest && factsOf(newest, []);
  const ground = facts && { ...facts.state, dueOutcome: stageAt(facts.state, facts.terms, at).dueOutcome };
  const wanted = standingOf(standingNow(row), { ended, deal: ground }, at);
  const times = newest ? timesOf(newest, row) : null;
  const moves = times !== null && times.startsAt.getTime() !== row.startsAt.getTime();
  const dealId = newest?.id ?? null;
  if (wanted.state === row.state && wanted.freedFor === row.freedFor && !moves && dealId === row.dealId) return false;
  return writeOrGiveUp(db, row, { wanted, times, dealId, now });
}

type Change = {
  wanted: BookingStanding;
  times: Pick<BookingRow, "startsAt" | "endsAt" | "blockedUntil"> | null;
  dealId: Hex | null;
  now: Date;
};

/** Where somebody else has the slot by now, the booking is freed; found so again, that is no news. */
async function writeOrGiveUp(db: Database, row: BookingRow, change: Change): Promise<boolean> {
  try {
    return await write(db, row, change);
  } catch (error) {
    if (!isExclusionViolation(error, APART)) throw error;
    const moved = change.times !== null && change.times.startsAt.getTime() !== row.startsAt.getTime();
    if (row.freedFor === "taken" && !moved) return false;
    return write(db, row, { ...change, wanted: { state: "freed", heldUntil: null, freedFor: "taken" } });
  }
}

async function write(db: Database, row: BookingRow, { wanted, times, dealId, now }: Change): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockCalendar(tx, row.seller);
    const changed = await tx
      .update(booking)
      .set({
        ...times,
        dealId,
        state: wanted.state,
        freedFor: wanted.freedFor,
        heldUntil: wanted.heldUntil === null ? null : new Date(wanted.heldUntil * 1000),
        sequence: row.sequence + 1,
        updatedAt: now,
      })
      // Whoever was faster has worked from newer rows.
      .where(and(eq(booking.id, row.id), eq(booking.sequence, row.sequence)))
      .returning({ id: booking.id });
    if (changed.length === 0) return false;
    await touchCalendars(tx, [row.seller, row.buyer]);
    if (wanted.state === "freed" && row.state !== "freed")
      await tellFreed(tx, { ...row, dealId }, wanted.freedFor, now);
    return true;
  });
}

/** Both sides hear of it, once for each reason and time: a reorganisation that only plays it again is no news. */
async function tellFreed(tx: Database, row: BookingRow, why: BookingRow["freedFor"], now: Date): Promise<void> {
  const { id, seller, buyer, startsAt, dealId, proposalId } = row;
  const sides = [
    { recipient: seller, other: buyer },
    { recipient: buyer, other: seller },
  ];
  const messages = sides.map(({ recipient, other }) => ({
    recipient,
    event: `${id}:${why}:${startsAt.getTime()}`,
    payload: { other, startsAt: startsAt.toISOString(), why: why ?? "cancelled", dealId, proposalId },
  }));
  await tell(tx, bookingFreed, messages, now);
}

function standingNow({ state, heldUntil, freedFor }: BookingRow): BookingStanding {
  if (state === "held") return { state, heldUntil: heldUntil ? toSeconds(heldUntil) : 0, freedFor: null };
  if (state === "freed") return { state, heldUntil: null, freedFor: freedFor ?? "cancelled" };
  return { state, heldUntil: null, freedFor: null };
}

/** A booking that moves stays as long as it was, with the same time kept free after it. */
function timesOf(newest: DealRow, { startsAt, endsAt, blockedUntil }: BookingRow) {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  return spanOf(newest, minutes, (blockedUntil.getTime() - endsAt.getTime()) / 60_000);
}

function spanOf({ deliverFrom }: DealRow, minutes: number, buffer: number) {
  const end = deliverFrom + minutes * 60;
  return {
    startsAt: new Date(deliverFrom * 1000),
    endsAt: new Date(end * 1000),
    blockedUntil: new Date((end + buffer * 60) * 1000),
  };
}
