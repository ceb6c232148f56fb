import { onchainTable } from "ponder";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createIndexingCache,
  createIndexingStore,
  type App,
  type Row,
  type Transaction,
} from "#indexer/fill/ponder.ts";
import type { Store } from "#indexer/fill/store.ts";
import { createIndexing } from "#indexer/stand-ins/indexing.ts";
import { common, inSchema, openSmallIndex } from "#test/indexer/small-index.ts";

const schema = inSchema("tt_live", () => ({
  member: onchainTable("member", (t) => ({ address: t.hex().primaryKey(), got: t.integer().notNull() })),
}));

let index: Awaited<ReturnType<typeof openSmallIndex>>;

beforeAll(async () => {
  index = await openSmallIndex();
  await index.pool.query(`create schema tt_live create table member (address text primary key, got int not null)
    create table late (address text references member deferrable initially deferred)`);
});

afterAll(() => index.end());

/** What Ponder has around its loop over blocks, with one handler: it adds what a member was given. */
function openLoop() {
  const name = "Gifts:Gave";
  const eventCount = { [name]: 0 };
  const app = { common, schemaBuild: { schema } } as unknown as App;
  const indexingCache = createIndexingCache({ ...app, crashRecoveryCheckpoint: [], eventCount });
  const indexingErrorHandler = { getRetryableError: () => undefined, setRetryableError: () => undefined };
  const store = createIndexingStore({ ...app, indexingCache, indexingErrorHandler });
  const given = {
    ...{
      common,
      indexingCache,
      indexingStore: store,
      indexingErrorHandler,
      eventCount,
      columnAccessPattern: new Map(),
    },
    client: { getClient: () => null },
    indexingBuild: {
      eventCallbacks: [],
      setupCallbacks: [],
      chains: [{ id: 1 }],
      contracts: [{}],
      indexingFunctions: [{ name }],
    },
  };
  const indexing = createIndexing(given);
  const fn = ({ context }: { context: { db: Store } }) =>
    context.db
      .insert(schema.member)
      .values({ address: "0xaa", got: 5 })
      .onConflictDoUpdate((row: Row) => ({ got: Number(row.got) + 5 }));
  const eventOf = (id: number) => ({
    ...{ type: "log", chain: { id: 1, name: "main" }, checkpoint: "0".repeat(75), eventCallback: { name, fn } },
    event: { id, args: {}, log: {}, block: { timestamp: 1n }, transaction: {} },
  });
  return { indexing, indexingCache, store, eventOf };
}

test("given a block, when its transaction fails as it is committed, then the next try adds to what is in the database", async () => {
  const { indexing, indexingCache, store, eventOf } = openLoop();
  for (const block of [1, 2, 3]) {
    const events = [eventOf(block * 10), eventOf(block * 10 + 1)];
    let tries = 0;
    await index.userQB.transaction(async (transaction: Transaction) => {
      tries += 1;
      store.qb = indexingCache.qb = transaction;
      await indexing.processRealtimeEvents({ events });
      await indexingCache.flush();
      // Postgres refuses this as it commits, as a disk or a connection may fail then.
      if (block === 2 && tries === 1) await transaction.$client.query("insert into tt_live.late values ('0xbb')");
    });
    expect(tries).toBe(block === 2 ? 2 : 1);
    expect((await index.pool.query("select got from tt_live.member")).rows).toEqual([{ got: block * 10 }]);
  }
});
