import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isSlotFree } from "#domain/availability-slots.ts";
import { HOLD_SECONDS } from "#domain/booking.ts";
import {
  ask,
  bookingOf,
  buyers,
  createWorld,
  exchangeAt,
  HOURS,
  seller,
  TEN,
  type World,
} from "#test/web/features/booking/booked-world.ts";
import { NOW } from "#test/web/features/deal/example-rows.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import { isExclusionViolation } from "#web/db/violation.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { readOpenCalendar } from "#web/features/availability/queries.ts";
import { renewHold } from "#web/features/booking/hold-slot.ts";
import { importCalendar } from "#web/features/calendar/imports.ts";
import { counterProposal, endProposal } from "#web/features/proposal/agree.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [first, second, third] = buyers as [`0x${string}`, `0x${string}`, `0x${string}`];
const HOUR = 3_600;
const AFTER = addSeconds(NOW, HOLD_SECONDS + 1);

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe("given a time the seller's calendar does not have", () => {
  it.each([
    ["outside the hours", TEN - 3 * HOUR],
    ["between two starts", TEN + 600],
    ["within the notice", NOW.getTime() / 1000 + 1_800],
    ["beyond ninety days", TEN + 100 * 24 * HOUR],
  ])("refuses a slot %s beside its field, and stores nothing", async (_, start) => {
    await expect(ask(world, first, { start })).rejects.toMatchObject({
      code: "slot_taken",
      fields: { deliverFrom: "slotTaken" },
    });
    for (const table of [booking, proposal, words]) expect(await world.db.select().from(table)).toEqual([]);
  });
});

describe("given a seller who keeps hours", () => {
  it("holds the slot for a quarter of an hour with the proposal", async () => {
    const booked = await bookingOf(world, await ask(world, first));
    expect(booked).toMatchObject({ seller, buyer: first, state: "held", dealId: null });
    expect(booked.startsAt.getTime()).toBe(TEN * 1000);
    expect(booked.endsAt.getTime()).toBe((TEN + HOUR) * 1000);
    expect(booked.heldUntil).toEqual(addSeconds(NOW, HOLD_SECONDS));
  });
  it("refuses the next one who wants it, and those who come too close to it", async () => {
    await ask(world, first);
    for (const start of [TEN, TEN + HOUR / 2, TEN - HOUR / 2, TEN + HOUR, TEN - HOUR])
      await expect(ask(world, second, { start })).rejects.toMatchObject({ code: "slot_taken" });
    await ask(world, second, { start: TEN + 1.5 * HOUR });
  });
  it("holds as long as the listing says a session takes, with what it keeps free after it", async () => {
    await world.db.update(listing).set({ durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 });
    const booked = await bookingOf(world, await ask(world, first));
    expect(booked.endsAt.getTime()).toBe((TEN + HOUR / 2) * 1000);
    expect(booked.blockedUntil).toEqual(booked.endsAt);
    await ask(world, second, { start: TEN + HOUR / 2 });
  });
  it("keeps free before a session what its listing says, however soon another one ends", async () => {
    await ask(world, first);
    await world.db.update(listing).set({ bufferBeforeMinutes: 120, bufferAfterMinutes: 0 });
    await expect(ask(world, second, { start: TEN + 2.5 * HOUR })).rejects.toMatchObject({ code: "slot_taken" });
    await ask(world, second, { start: TEN + 3 * HOUR });
  });
  it("keeps its buffer after what has ended a moment ago, here and elsewhere", async () => {
    const elsewhere = Buffer.from(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261124T150000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    await saveAvailability(
      world.db,
      seller,
      { ...HOURS, weekly: [...HOURS.weekly], exceptions: [], noticeMinutes: 0 },
      NOW,
    );
    await importCalendar(world.db, seller, { fileName: "work", bytes: elsewhere }, NOW);
    await ask(world, first);
    await world.db.update(booking).set({ state: "firm", heldUntil: null });
    for (const end of [TEN + HOUR, TEN + 7 * HOUR]) {
      const now = new Date(end * 1000);
      const calendar = await readOpenCalendar(world.db, seller, { now });
      if (!calendar) throw new Error("no calendar");
      expect(isSlotFree(calendar, { start: end, minutes: 60 }, end)).toBe(false);
      expect(isSlotFree(calendar, { start: end + HOUR / 2, minutes: 60 }, end)).toBe(true);
    }
  });
  it("lets go of a hold that ran out as soon as somebody else wants the slot", async () => {
    const lapsed = await ask(world, first);
    const won = await ask(world, second, { now: AFTER });
    expect(await bookingOf(world, lapsed)).toMatchObject({ state: "freed", freedFor: "lapsed" });
    expect(await bookingOf(world, won)).toMatchObject({ state: "held", buyer: second });
  });
  it("moves the hold with the counter-proposal", async () => {
    const id = await ask(world, first);
    await counterProposal(
      world.context,
      seller,
      { proposalId: id, ...exchangeAt(TEN + 2 * HOUR), agreement: null },
      NOW,
    );
    expect(await bookingOf(world, id)).toMatchObject({ startsAt: new Date((TEN + 2 * HOUR) * 1000), sequence: 1 });
    await ask(world, second);
  });
  it("frees it when the proposal is declined, for the next to have", async () => {
    const id = await ask(world, first);
    await endProposal(world.context, seller, id, NOW);
    expect(await bookingOf(world, id)).toMatchObject({ state: "freed", freedFor: "cancelled" });
    await ask(world, second);
  });
  it("holds a slot anew, but not one that somebody else has by now", async () => {
    const id = await ask(world, first);
    await renewHold(world.db, id, AFTER);
    expect(await bookingOf(world, id)).toMatchObject({ state: "held", heldUntil: addSeconds(AFTER, HOLD_SECONDS) });
    const later = addSeconds(AFTER, HOLD_SECONDS + 1);
    await ask(world, third, { now: later });
    await expect(renewHold(world.db, id, later)).rejects.toMatchObject({ code: "slot_taken" });
  });
  it("leaves the time of work that no opening is long enough for free to choose", async () => {
    await ask(world, first, { start: TEN - 3 * HOUR, minutes: 2_400 });
    expect(await world.db.select().from(booking)).toEqual([]);
  });
  it("counts what the seller has booked with others as taken, too", async () => {
    await saveAvailability(world.db, first, { ...HOURS, weekly: [...HOURS.weekly], exceptions: [] }, NOW);
    await ask(world, first);
    await expect(
      counterProposal(
        world.context,
        seller,
        { proposalId: await ask(world, second, { start: TEN + 4 * HOUR }), ...exchangeAt(TEN), agreement: null },
        NOW,
      ),
    ).rejects.toMatchObject({ code: "slot_taken" });
  });
});

describe("given a seller who keeps no hours", () => {
  it("leaves the time free to choose and holds nothing", async () => {
    await saveAvailability(world.db, seller, { ...HOURS, weekly: [], exceptions: [] }, NOW);
    await ask(world, first);
    await ask(world, second);
    expect(await world.db.select().from(booking)).toEqual([]);
  });
});

describe("given two bookings of one seller that overlap", () => {
  it("the database itself refuses the second, whoever writes it", async () => {
    const { id: _, proposalId: __, ...booked } = await bookingOf(world, await ask(world, first));
    const dealId = `0x${"d1".repeat(32)}` as const;
    const overlapping = world.db.insert(booking).values({ ...booked, dealId, startsAt: new Date((TEN + 60) * 1000) });
    const refused: unknown = await overlapping.then(
      () => null,
      (error: unknown) => error,
    );
    expect(isExclusionViolation(refused, "booking_apart")).toBe(true);
    await world.db.insert(booking).values({ ...booked, dealId, seller: third });
  });
});

describe("given many who want one slot at the same moment", () => {
  it("one gets it, the others are refused and leave nothing behind", async () => {
    const crowd = Array.from({ length: 12 }, (_, index): `0x${string}` => `0x${(index + 16).toString(16).repeat(20)}`);
    const results = await Promise.allSettled(crowd.map((buyer) => ask(world, buyer)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "slot_taken" });
    expect(await world.db.select().from(booking)).toHaveLength(1);
    expect(await world.db.select().from(proposal)).toHaveLength(1);
  });
});
