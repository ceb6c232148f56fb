import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOLD_SECONDS } from "#domain/booking.ts";
import { deal, dealPayment, head } from "#indexer/ponder.schema.ts";
import {
  ask,
  bookingOf,
  buyers,
  createWorld,
  open,
  seller,
  TEN,
  termsOf,
  type World,
} from "#test/web/features/booking/booked-world.ts";
import { DAY, insertDeal, NOW } from "#test/web/features/deal/example-rows.ts";
import { booking } from "#web/db/schema/booking.ts";
import { reconcileBookings } from "#web/features/booking/reconcile.ts";
import { readInbox } from "#web/features/inbox/read-inbox.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [first, second] = buyers as [`0x${string}`, `0x${string}`];
const HOUR = 3_600;
const AFTER = addSeconds(NOW, HOLD_SECONDS + 1);

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe("given a hold that ran out", () => {
  it("is freed once, however often it is looked at", async () => {
    const id = await ask(world, first);
    expect(await reconcileBookings(world.db, NOW)).toBe(0);
    expect(await reconcileBookings(world.db, AFTER)).toBe(1);
    expect(await bookingOf(world, id)).toMatchObject({ state: "freed", freedFor: "lapsed", sequence: 1 });
    expect(await Promise.all([1, 2, 3].map(() => reconcileBookings(world.db, AFTER)))).toEqual([0, 0, 0]);
  });
  it("is freed once where several look at the same moment", async () => {
    const id = await ask(world, first);
    await Promise.all(Array.from({ length: 8 }, () => reconcileBookings(world.db, AFTER)));
    expect(await bookingOf(world, id)).toMatchObject({ state: "freed", sequence: 1 });
  });
  it("is told to both sides, once each, in their inboxes", async () => {
    await ask(world, first);
    await Promise.all(Array.from({ length: 4 }, () => reconcileBookings(world.db, AFTER)));
    for (const side of [first, seller]) {
      const { entries } = await readInbox(world.db, side, null);
      expect(entries).toMatchObject([{ kind: "booking_freed", values: { why: "lapsed" }, isNew: true }]);
    }
  });
  it("is firm nonetheless when the buyer pays and nobody came between", async () => {
    const id = await ask(world, first);
    await reconcileBookings(world.db, AFTER);
    const dealId = await open(world, id);
    await reconcileBookings(world.db, AFTER);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm", dealId, heldUntil: null });
  });
  it("stays freed when somebody else has the slot by then", async () => {
    const late = await ask(world, first);
    const won = await ask(world, second, { now: AFTER });
    await open(world, late);
    await reconcileBookings(world.db, AFTER);
    expect(await bookingOf(world, late)).toMatchObject({ state: "freed", freedFor: "taken" });
    expect(await bookingOf(world, won)).toMatchObject({ state: "held" });
    expect(await reconcileBookings(world.db, AFTER)).toBe(0);
  });
});

describe("given a deal with a firm booking", () => {
  let id: string;
  let dealId: `0x${string}`;
  beforeEach(async () => {
    id = await ask(world, first);
    dealId = await open(world, id);
    await reconcileBookings(world.db, NOW);
  });
  const change = (values: Partial<typeof deal.$inferInsert>) =>
    world.db.update(deal).set(values).where(eq(deal.id, dealId));

  it.each([
    ["refunded", { status: "closed", outcome: "refunded" }, { state: "freed", freedFor: "refunded" }],
    ["voided", { status: "voided" }, { state: "freed", freedFor: "cancelled" }],
    ["paid", { status: "closed", outcome: "completed" }, { state: "kept", freedFor: null }],
    ["not accepted in time", { status: "pending" }, { state: "freed", freedFor: "lapsed" }],
  ] as const)("when it is %s, then the booking follows, once", async (_, values, expected) => {
    await change(values);
    const later = addSeconds(NOW, 1.5 * DAY);
    expect(await reconcileBookings(world.db, later)).toBe(1);
    expect(await bookingOf(world, id)).toMatchObject({ ...expected, sequence: 2 });
    expect(await reconcileBookings(world.db, later)).toBe(0);
  });
  it("when it is refunded, then the slot is free for the next", async () => {
    await expect(ask(world, second)).rejects.toMatchObject({ code: "slot_taken" });
    await change({ status: "closed", outcome: "refunded" });
    await reconcileBookings(world.db, NOW);
    await ask(world, second);
  });
  it("when it is paid before its time, then nobody else gets the slot that stands in both calendars", async () => {
    await change({ status: "closed", outcome: "completed" });
    await reconcileBookings(world.db, NOW);
    await expect(ask(world, second)).rejects.toMatchObject({ code: "slot_taken" });
  });
  it("when a reorg takes the refund back, then the booking is firm again, or freed where somebody has the slot", async () => {
    await change({ status: "closed", outcome: "refunded" });
    await reconcileBookings(world.db, NOW);
    await change({ status: "active", outcome: null });
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm" });
    await change({ status: "closed", outcome: "refunded" });
    await reconcileBookings(world.db, NOW);
    await ask(world, second);
    await change({ status: "active", outcome: null });
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "freed", freedFor: "taken" });
  });
  it("when a reorg takes the deal back, then the slot waits for it a quarter of an hour", async () => {
    for (const table of [deal, dealPayment]) await world.db.delete(table);
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "held", heldUntil: addSeconds(NOW, HOLD_SECONDS) });
    await open(world, id);
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm", dealId });
  });
  it("while the index is built anew, nothing is freed", async () => {
    await world.db.delete(deal);
    await world.db.delete(head);
    expect(await reconcileBookings(world.db, addSeconds(NOW, DAY))).toBe(0);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm" });
  });
  it("when both amend it, then the booking moves, and the old slot is free", async () => {
    const moved = await amend(TEN + 3 * HOUR);
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({
      state: "firm",
      dealId: moved,
      startsAt: new Date((TEN + 3 * HOUR) * 1000),
    });
    await ask(world, second);
    expect(await reconcileBookings(world.db, NOW)).toBe(0);
  });
  it("when they amend it onto a time that is taken, then no time is agreed any more, until they amend it again", async () => {
    await ask(world, second, { start: TEN + 3 * HOUR });
    const there = await amend(TEN + 3 * HOUR);
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "freed", freedFor: "taken", dealId: there });
    await amend(TEN + 6 * HOUR, there);
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm", startsAt: new Date((TEN + 6 * HOUR) * 1000) });
  });
  it("when a reorg takes the amendment back, then the booking is where it was", async () => {
    const moved = await amend(TEN + 3 * HOUR);
    await reconcileBookings(world.db, NOW);
    await world.db.delete(deal).where(eq(deal.id, moved));
    await change({ status: "active", outcome: null, amendedTo: null });
    await reconcileBookings(world.db, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "firm", dealId, startsAt: new Date(TEN * 1000) });
  });

  async function amend(start: number, from = dealId) {
    const terms = { ...(await termsOf(world, id)), deliverFrom: start, deliverBy: start + 2 * DAY };
    const origin = dealId;
    const to = await insertDeal(world.db, terms, { minutes: 60, amendedFrom: from, origin });
    await world.db.update(deal).set({ status: "closed", outcome: "amended", amendedTo: to }).where(eq(deal.id, from));
    return to;
  }
});

describe("given a deal opened without a slot", () => {
  it("gets one when both sides amend it to a time that is free", async () => {
    const terms = await termsOf(world, await ask(world, first));
    await world.db.delete(booking);
    const dealId = await insertDeal(world.db, { ...terms, salt: `0x${"99".repeat(32)}` }, { minutes: 60 });
    expect(await reconcileBookings(world.db, NOW)).toBe(0);
    const moved = { ...terms, deliverFrom: TEN + 2 * HOUR, deliverBy: TEN + DAY };
    const to = await insertDeal(world.db, moved, { minutes: 60, amendedFrom: dealId, origin: dealId });
    expect(await reconcileBookings(world.db, NOW)).toBe(1);
    expect(await world.db.select().from(booking)).toMatchObject([{ dealId: to, proposalId: null, state: "firm" }]);
    expect(await reconcileBookings(world.db, NOW)).toBe(0);
  });
});
