import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { nonce } from "#web/db/schema/nonce.ts";
import { issueNonce } from "#web/features/session/nonces.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { prune } from "#web/worker/prune.ts";

const NOW = new Date("2026-11-22T12:00:00Z");

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

it("removes nonces that have ended and keeps the others, also when run twice", async () => {
  await issueNonce(database.db, addSeconds(NOW, -3_600));
  const fresh = await issueNonce(database.db, NOW);
  await prune(database.db, NOW);
  await prune(database.db, NOW);
  expect(await database.db.select({ value: nonce.value }).from(nonce)).toEqual([{ value: fresh }]);
});
