import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { allowance } from "#web/db/schema/allowance.ts";
import { type Limit, pruneAllowances, takeAllowance } from "#web/features/rate-limit/operations.ts";
import { addSeconds } from "#web/lib/clock.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const LIMIT: Limit = { action: "knock", times: 3, windowSeconds: 60 };

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

const take = (caller: string, at = NOW) => takeAllowance(database.db, LIMIT, caller, at);

it("refuses what is too much, and says when to come back", async () => {
  for (let count = 0; count < LIMIT.times; count++) await take("one");
  await expect(take("one", addSeconds(NOW, 20))).rejects.toMatchObject({
    code: "too_many_requests",
    retryAfterSeconds: 40,
  });
});

it("lets exactly as many of a hundred at once through as it says", async () => {
  const settled = await Promise.allSettled(Array.from({ length: 100 }, () => take("crowd")));
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(LIMIT.times);
});

it("counts each caller and each act by itself", async () => {
  for (let count = 0; count < LIMIT.times; count++) await take("two");
  await take("three");
  await takeAllowance(database.db, { ...LIMIT, action: "ring" }, "two", NOW);
});

it("begins anew when the window is over", async () => {
  for (let count = 0; count < LIMIT.times; count++) await take("four");
  await take("four", addSeconds(NOW, LIMIT.windowSeconds));
});

it("removes windows that are over", async () => {
  await pruneAllowances(database.db, addSeconds(NOW, 10 * LIMIT.windowSeconds));
  expect(await database.db.select().from(allowance)).toEqual([]);
});
