import { eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Availability } from "#domain/availability.ts";
import { deal, dealPayment, head } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { DAY, exampleContext, insertDeal, NOW, SECONDS } from "#test/web/features/deal/example-rows.ts";
import { availability } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { importedCalendar } from "#web/db/schema/imported-calendar.ts";
import { listing } from "#web/db/schema/listing.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { propose } from "#web/features/proposal/agree.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";

export const seller: Address = `0x${"5e".repeat(20)}`;
export const buyers: Address[] = [1, 2, 3].map((index): Address => `0x${`b${index}`.repeat(20)}`);

const ARBITER: Address = `0x${"a1".repeat(20)}`;

/** Every day from eight to eight, in Berlin. */
export const HOURS: Availability = {
  timeZone: "Europe/Berlin",
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1_200 })),
  exceptions: [],
  slotMinutes: 30,
  bufferMinutes: 15,
  noticeMinutes: 60,
};

/** Ten in the morning in Berlin, two days from NOW. */
export const TEN = Date.parse("2026-11-24T09:00:00Z") / 1000;

/** A seller who keeps hours, with an offer of an hour, and an index that has caught up. */
export type World = ConnectedDatabase & { context: ExchangeContext; offer: () => string; reset: () => Promise<void> };

export async function createWorld(): Promise<World> {
  const database = await connectTestDatabase();
  await createChainTables(database.db);
  const context = exampleContext(database.db);
  let offer = "";
  const reset = async () => {
    for (const table of [
      booking,
      proposal,
      listing,
      words,
      availability,
      importedCalendar,
      deal,
      dealPayment,
      head,
      outbox,
    ])
      await database.db.delete(table);
    await database.db.insert(head).values({
      chainId: 31337,
      block: 9,
      hash: `0x${"11".repeat(32)}`,
      parentHash: `0x${"10".repeat(32)}`,
      timestamp: SECONDS,
    });
    await saveAvailability(database.db, seller, { ...HOURS, weekly: [...HOURS.weekly], exceptions: [] }, NOW);
    const [row] = await database.db
      .insert(listing)
      .values({
        owner: seller,
        kind: "offer",
        title: "An hour of piano",
        category: "learning",
        priceMinutes: 60,
        language: "en",
        status: "published",
      })
      .returning({ id: listing.id });
    offer = row?.id ?? "";
  };
  return { ...database, context, offer: () => offer, reset };
}

/** Asks for an hour of the seller's, from `start` on. @returns the proposal's id */
export async function ask(
  world: World,
  buyer: Address,
  { start = TEN, minutes = 60, now = NOW }: { start?: number; minutes?: number; now?: Date } = {},
): Promise<string> {
  const { id } = await propose(world.context, buyer, { listingId: world.offer(), ...exchangeAt(start, minutes) }, now);
  return id;
}

/** What is proposed: an hour paid with the buyer's own promise. */
export function exchangeAt(start: number, minutes = 60) {
  return {
    minutes,
    deliverFrom: start,
    deliverBy: start + 2 * DAY,
    brief: "An hour of piano",
    note: "",
    agreement: {
      arbiter: ARBITER,
      appealArbiter: null,
      acceptBy: Math.min(start, SECONDS + DAY),
      reviewWindow: 3 * DAY,
      rulingWindow: 5 * DAY,
      appealWindow: 3 * DAY,
      arbiterFeeBps: 500,
      silenceSellerBps: 5_000,
      payment: { kind: "promise" as const, expiry: 0 },
    },
  };
}

/** Opens the deal of a proposal, as the indexer would write it. */
export async function open(world: World, proposalId: string, values: Partial<typeof deal.$inferInsert> = {}) {
  const terms = await termsOf(world, proposalId);
  return insertDeal(world.db, terms, { minutes: 60, ...values });
}

export async function termsOf(world: World, proposalId: string) {
  const [row] = await world.db.select().from(proposal).where(eq(proposal.id, proposalId));
  const terms = row && termsOfProposal(row);
  if (!terms) throw new Error("no terms yet");
  return terms;
}

export async function bookingOf(world: World, proposalId: string) {
  const [row] = await world.db.select().from(booking).where(eq(booking.proposalId, proposalId));
  if (!row) throw new Error("no booking");
  return row;
}
