import { describe, expect, test } from "vitest";
import { blockOf } from "#indexer/fill/checkpoint.ts";
import { fillIndex } from "#indexer/fill/fill.ts";
import {
  addressOf,
  APART,
  appOf,
  chainOf,
  expected,
  FINALITY,
  GIFTS,
  held,
  keepGiftIndex,
  pool,
  readRecovery,
  SCHEMA,
} from "./gifts.ts";

keepGiftIndex();

describe("given a chain whose newest final block is 40,000", () => {
  test("when the index is filled, then it has everything up to there and says so", async () => {
    const { client } = await chainOf(GIFTS, 45 * APART);
    const filled = await fillIndex(appOf(40 * APART, undefined), client);
    expect(filled.upTo).toBe(40 * APART);
    expect(await held()).toEqual(expected(GIFTS));
    expect(await readRecovery()).toEqual([filled.recovery]);
    expect(blockOf(filled.recovery!)).toBe(40 * APART);
  });

  test("when some of it is not final, then that is left to whoever follows the chain", async () => {
    const { client } = await chainOf(GIFTS, 25 * APART);
    const filled = await fillIndex(appOf(20 * APART, undefined), client);
    expect(filled.upTo).toBe(20 * APART);
    expect(await held()).toEqual(expected(GIFTS.filter(({ block }) => block <= 20 * APART)));
  });

  test("when others have become final meanwhile, then they are in it, too", async () => {
    const { chain, client } = await chainOf(GIFTS, 15 * APART);
    let isFirst = true;
    const grow = () => {
      if (isFirst) chain.newest = 45 * APART;
      isFirst = false;
    };
    const filled = await fillIndex(appOf(10 * APART, undefined, grow), client);
    expect(filled.upTo).toBe(45 * APART - FINALITY);
    expect(Number(filled.finalized.number)).toBe(filled.upTo);
    expect(await held()).toEqual(expected(GIFTS));
  });

  test("when a log of our contract is no whole event, then it is named and nothing of its part is written", async () => {
    const { chain, client } = await chainOf(GIFTS, 45 * APART);
    chain.logs[80]!.data = "0x01";
    await expect(fillIndex(appOf(40 * APART, undefined), client)).rejects.toThrow(
      /Log 80 of 0x0+50 is no whole Gifts:Gave/,
    );
    expect(await held()).toEqual({ gifts: [], members: [] });
  });
});

describe("given a connection with a temporary table of the same name, and a row in it", () => {
  test("when rows change, then the row that was left there changes none", async () => {
    await pool.query(`create temp table if not exists member as select * from ${SCHEMA}.member`);
    await pool.query("insert into member values ($1, 7)", [addressOf(0)]);
    const { client } = await chainOf(GIFTS, 45 * APART);
    await fillIndex(appOf(40 * APART, undefined), client, { eventsAtOnce: 10 });
    expect(await held()).toEqual(expected(GIFTS));
    expect((await pool.query("select * from pg_temp.member")).rows).toEqual([]);
  });
});

describe("given a chain with nothing but its first block", () => {
  test("when the index is filled, then it waits for the second one", async () => {
    const { chain, client } = await chainOf([], 0);
    setTimeout(() => (chain.newest = 1), 200);
    const filled = await fillIndex(appOf(0, undefined), client);
    expect(chain.newest).toBe(1);
    expect(filled.upTo).toBe(0);
  });
});

describe("given a start block that is not final yet", () => {
  test("when the index is filled, then there is nothing to fill, and nothing is said to be in it", async () => {
    const { client } = await chainOf([], 12);
    const app = appOf(7, undefined);
    app.indexingBuild.eventCallbacks[0]![0]!.filter.fromBlock = 10;
    expect(await fillIndex(app, client)).toMatchObject({ upTo: 9, recovery: undefined });
    expect(await readRecovery()).toBeUndefined();
  });
});
