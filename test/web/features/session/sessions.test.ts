import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { session } from "#web/db/schema/session.ts";
import { hashSessionId } from "#web/features/session/session-id.ts";
import {
  ABSOLUTE_SECONDS,
  endAllSessions,
  endSession,
  endSessionById,
  findSession,
  IDLE_SECONDS,
  listSessions,
  pruneSessions,
  startSession,
} from "#web/features/session/sessions.ts";
import { addSeconds } from "#web/lib/clock.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(session));

const start = (address: Address, device = "phone", at = NOW) => startSession(database.db, { address, device }, at);
const find = (id: string, at = NOW) => findSession(database.db, id, at);

describe("given an id that is no session's", () => {
  it.each(["", "x", "0".repeat(43), "'; drop table app.session; --"])("finds nothing for %j", async (id) => {
    expect(await find(id)).toBeUndefined();
  });
  it("finds nothing for the hash that the database keeps", async () => {
    const { id } = await start(INES);
    expect(await find(hashSessionId(id))).toBeUndefined();
  });
});

describe("given a session", () => {
  it("ends when nobody used it for a week", async () => {
    const { id } = await start(INES);
    expect(await find(id, addSeconds(NOW, IDLE_SECONDS))).toBeUndefined();
  });
  it("lives on while it is used, until its absolute end", async () => {
    const { id, expiresAt } = await start(INES);
    const day = 24 * 60 * 60;
    for (let used = day; used < ABSOLUTE_SECONDS; used += day) {
      expect((await find(id, addSeconds(NOW, used)))?.address).toBe(INES);
    }
    expect(await find(id, expiresAt)).toBeUndefined();
  });
  it("keeps only the beginning of an endless device description", async () => {
    await start(INES, "x".repeat(5_000));
    const [listed] = await listSessions(database.db, INES, NOW);
    expect(listed?.device).toHaveLength(300);
  });
});

describe("given several devices", () => {
  it("lists one's own alone, the last used first", async () => {
    await start(INES, "old", addSeconds(NOW, -60));
    await start(INES, "new");
    await start(MAREK, "other");
    const listed = await listSessions(database.db, INES, NOW);
    expect(listed.map(({ device }) => device)).toEqual(["new", "old"]);
  });
  it("does not end somebody else's session", async () => {
    const { id } = await start(MAREK);
    await endSession(database.db, INES, hashSessionId(id));
    expect(await find(id)).toBeDefined();
  });
  it("ends one and leaves the others", async () => {
    const [phone, desk] = [await start(INES), await start(INES)];
    await endSession(database.db, INES, hashSessionId(phone.id));
    expect(await find(phone.id)).toBeUndefined();
    expect(await find(desk.id)).toBeDefined();
  });
  it("signs out everywhere, and nobody else", async () => {
    const [phone, desk, theirs] = [await start(INES), await start(INES), await start(MAREK)];
    await endAllSessions(database.db, INES);
    expect(await find(phone.id)).toBeUndefined();
    expect(await find(desk.id)).toBeUndefined();
    expect(await find(theirs.id)).toBeDefined();
  });
  it("signs out the one whose cookie it is", async () => {
    const { id } = await start(INES);
    await endSessionById(database.db, id);
    expect(await find(id)).toBeUndefined();
  });
});

describe("when pruning", () => {
  it("removes what has ended by either time, and nothing else", async () => {
    await start(INES, "ended", addSeconds(NOW, -ABSOLUTE_SECONDS - 1));
    await start(INES, "idle", addSeconds(NOW, -IDLE_SECONDS - 1));
    await start(INES, "alive");
    await pruneSessions(database.db, NOW);
    const rows = await database.db.select({ device: session.device }).from(session);
    expect(rows).toEqual([{ device: "alive" }]);
  });
});
