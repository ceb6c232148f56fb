import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { dealPayment, holding, token } from "#indexer/ponder.schema.ts";
import { ask, buyers, createWorld, HOURS, open, seller, type World } from "#test/web/features/booking/booked-world.ts";
import { DAY, NOW, SECONDS } from "#test/web/features/deal/example-rows.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { reconcileBookings } from "#web/features/booking/reconcile.ts";
import { readCoverage } from "#web/features/coverage/queries.ts";
import { addSeconds } from "#web/lib/clock.ts";

const [buyer] = buyers as [Address];
const SOON = packTokenId({ issuer: seller, unit: "minute", expiry: SECONDS + 2 * DAY });
const EVER = packTokenId({ issuer: seller, unit: "minute", expiry: 0 });

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  for (const table of [token, holding]) await world.db.delete(table);
});

describe("given promises in others' hands", () => {
  it("says nothing of a member who keeps no hours, nor of one who promised nothing", async () => {
    expect(await readCoverage(world.db, seller, NOW)).toBeNull();
    await hold(EVER, 600);
    await saveAvailability(world.db, seller, { ...HOURS, weekly: [], exceptions: [] }, NOW);
    expect(await readCoverage(world.db, seller, NOW)).toBeNull();
  });
  it("counts what runs out before the calendar has room for it as not covered", async () => {
    await hold(SOON, 3_000);
    await hold(EVER, 600);
    // From one in the afternoon (an hour's notice) two days long: 6 h today, 12 h tomorrow, 5 h on the last day.
    expect(await readCoverage(world.db, seller, NOW)).toEqual({
      promisedMinutes: 3_600,
      bookedMinutes: 0,
      freeMinutes: 23 * 60 + 600,
    });
  });
  it("leaves out what has run out", async () => {
    await hold(SOON, 60);
    expect(await readCoverage(world.db, seller, addSeconds(NOW, 2 * DAY))).toBeNull();
  });
  it("counts a promise that is paid for a booked hour as booked, once", async () => {
    await hold(EVER, 600);
    const dealId = await open(world, await ask(world, buyer));
    await world.db.delete(dealPayment);
    await world.db.insert(dealPayment).values({ dealId, position: 0, tokenId: EVER, amount: 60n, minutes: 60 });
    await reconcileBookings(world.db, NOW);
    expect(await readCoverage(world.db, seller, NOW)).toEqual({
      promisedMinutes: 600,
      bookedMinutes: 60,
      freeMinutes: 540,
    });
  });
});

async function hold(tokenId: bigint, minutes: number): Promise<void> {
  const expiry = tokenId === EVER ? 0 : SECONDS + 2 * DAY;
  const amount = BigInt(minutes);
  await world.db
    .insert(token)
    .values({ id: tokenId, issuer: seller, unit: "minute", expiry, minted: amount, burned: 0n, createdAt: 1 });
  await world.db.insert(holding).values({ tokenId, holder: buyer, amount, minutes });
}
