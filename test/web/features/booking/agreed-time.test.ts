import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOLD_SECONDS } from "#domain/booking.ts";
import { deal } from "#indexer/ponder.schema.ts";
import {
  ask,
  buyers,
  createWorld,
  HOURS,
  open,
  seller,
  TEN,
  type World,
} from "#test/web/features/booking/booked-world.ts";
import { DAY, NOW, SECONDS } from "#test/web/features/deal/example-rows.ts";
import { availability } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { readAgreedTime } from "#web/features/booking/agreed-time.ts";
import { reconcileBookings } from "#web/features/booking/reconcile.ts";
import { draftAmendment } from "#web/features/deal/operations.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [first, second] = buyers as [Address, Address];
const AFTER = addSeconds(NOW, HOLD_SECONDS + 1);

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.db.update(availability).set({ createdAt: addSeconds(NOW, -30 * DAY) });
});

async function read(dealId: `0x${string}`) {
  const [row] = await world.db.select().from(deal).where(eq(deal.id, dealId));
  if (!row) throw new Error("no such deal");
  return readAgreedTime(world.db, row);
}

describe("given a deal on the chain", () => {
  it("has its time where its booking is firm, or will be once it is looked at", async () => {
    const dealId = await open(world, await ask(world, first));
    expect(await read(dealId)).toMatchObject({ missing: false });
    await reconcileBookings(world.db, NOW);
    expect(await read(dealId)).toMatchObject({ missing: false, booking: { state: "firm" } });
  });
  it("has none where somebody else took the slot before it was paid", async () => {
    const late = await ask(world, first);
    await ask(world, second, { now: AFTER });
    const dealId = await open(world, late);
    await reconcileBookings(world.db, AFTER);
    expect(await read(dealId)).toMatchObject({ missing: true });
  });
  it("has none where it was opened past the seller's calendar", async () => {
    const dealId = await open(world, await ask(world, first));
    await world.db.delete(booking);
    expect(await read(dealId)).toMatchObject({ missing: true });
    await world.db.update(deal).set({ status: "closed", outcome: "refunded" });
    expect(await read(dealId)).toMatchObject({ missing: false });
  });
  it("has the time of its terms where the seller kept no hours when it was opened, or none so long", async () => {
    const dealId = await open(world, await ask(world, first), { openedAt: SECONDS - 40 * DAY });
    await world.db.delete(booking);
    expect(await read(dealId)).toMatchObject({ missing: false });
    await world.db.update(deal).set({ openedAt: SECONDS, minutes: 2_400 });
    expect(await read(dealId)).toMatchObject({ missing: false });
    await world.db.update(deal).set({ minutes: 60 });
    await saveAvailability(world.db, seller, { ...HOURS, weekly: [], exceptions: [] }, NOW);
    expect(await read(dealId)).toMatchObject({ missing: false });
  });
});

describe("given two deals of one seller", () => {
  it("refuses to draw up an amendment onto the other's time, beside the field", async () => {
    const dealId = await open(world, await ask(world, first));
    await ask(world, second, { start: TEN + 3 * 3_600 });
    await reconcileBookings(world.db, NOW);
    const amend = (start: number) =>
      draftAmendment(
        world.context,
        first,
        { dealId, deliverFrom: start, deliverBy: start + DAY, brief: "Another hour" },
        NOW,
      );
    await expect(amend(TEN + 3 * 3_600)).rejects.toMatchObject({ fields: { deliverFrom: "slotTaken" } });
    await amend(TEN + 1_800);
  });
});
