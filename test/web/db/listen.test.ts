import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { listen } from "#web/db/listen.ts";

const CHANNEL = "test_news";

let database: ConnectedDatabase;
let end: () => void = () => undefined;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterEach(() => end());
afterAll(() => database.close());

const notify = (channel: string, payload: string) => database.db.execute(sql`select pg_notify(${channel}, ${payload})`);

/** The server's side of connections that listen. */
async function listeners(): Promise<number[]> {
  const { rows } = await database.db.execute<{ pid: number }>(
    sql`select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  return rows.map(({ pid }) => pid);
}

/** Listens with a short pause before it takes a lost connection up again. */
function start() {
  const heard: string[] = [];
  const onReach = vi.fn();
  end = listen(database.url, { [CHANNEL]: (payload) => void heard.push(payload) }, onReach, 50);
  return { heard, onReach };
}

describe("given a connection that listens", () => {
  it("hears its channel in order, and no other", async () => {
    const { heard, onReach } = start();
    await vi.waitFor(() => expect(onReach).toHaveBeenCalledTimes(1));
    await notify(CHANNEL, "one");
    await notify("test_other", "nothing");
    await notify(CHANNEL, "two");
    await vi.waitFor(() => expect(heard).toEqual(["one", "two"]));
  });
  it("takes it up again where the server ends it, and says that it may have missed something", async () => {
    const { heard, onReach } = start();
    await vi.waitFor(() => expect(onReach).toHaveBeenCalledTimes(1));
    for (const pid of await listeners()) await database.db.execute(sql`select pg_terminate_backend(${pid})`);
    await vi.waitFor(() => expect(onReach).toHaveBeenCalledTimes(2), { timeout: 5_000 });
    await notify(CHANNEL, "again");
    await vi.waitFor(() => expect(heard).toEqual(["again"]));
  });
  it("hears nothing more once it is ended, and leaves no connection behind", async () => {
    const { heard, onReach } = start();
    await vi.waitFor(() => expect(onReach).toHaveBeenCalledTimes(1));
    end();
    await vi.waitFor(async () => expect(await listeners()).toEqual([]));
    await notify(CHANNEL, "late");
    expect(heard).toEqual([]);
  });
});
