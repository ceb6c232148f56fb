import type { Hex } from "viem";
import { describe, expect, test } from "vitest";
import { blockOf } from "#indexer/fill/checkpoint.ts";
import { fillIndex } from "#indexer/fill/fill.ts";
import {
  addressOf,
  APART,
  appOf,
  chainOf,
  expected,
  GIFTS,
  hashOf,
  held,
  keepGiftIndex,
  pool,
  readRecovery,
  SCHEMA,
} from "./gifts.ts";

keepGiftIndex();

describe("given a filling that ended in the middle", () => {
  const broken = new Error("pulled out");

  test.each([0, 17, 44, 89])("when it ended at gift %i, then the next start brings all of it, once", async (last) => {
    const { client } = await chainOf(GIFTS, 45 * APART);
    let count = 0;
    const breakOff = () => {
      if (count++ === last) throw broken;
    };
    const options = { eventsAtOnce: 10 };
    await expect(fillIndex(appOf(40 * APART, undefined, breakOff), client, options)).rejects.toThrow(broken);
    const recovery = await readRecovery();
    const before = recovery ? GIFTS.filter(({ block }) => block <= blockOf(recovery[0]!)) : [];
    expect(await held()).toEqual(expected(before));
    await fillIndex(appOf(40 * APART, recovery), client, options);
    expect(await held()).toEqual(expected(GIFTS));
  });

  test("when a row that it had written is gone, then it says so instead of going on", async () => {
    const { client } = await chainOf(GIFTS, 45 * APART);
    let count = 0;
    const lose = async () => void (await pool.query(`delete from ${SCHEMA}.member where address = $1`, [addressOf(0)]));
    const app = appOf(40 * APART, undefined);
    const [callback] = app.indexingBuild.eventCallbacks[0]!;
    const take = callback!.fn;
    callback!.fn = async (given) => {
      if (count++ === 60) await lose();
      await take(given);
    };
    await expect(fillIndex(app, client, { eventsAtOnce: 10 })).rejects.toThrow(/changed rows of member are not there/);
  });
});

describe("given an index that is filled up to block 40,000", () => {
  test("when the node is of a chain that began anew, then it says so, and nothing is added", async () => {
    const { client, chain } = await chainOf(GIFTS, 45 * APART);
    const { recovery } = await fillIndex(appOf(40 * APART, undefined), client);
    const before = await held();
    chain.startedAt = 2_000;
    await expect(fillIndex(appOf(45 * APART, [recovery!]), client)).rejects.toThrow(/Block 40000 is another one/);
    expect(await held()).toEqual(before);
  });

  test.each(["the filling", "the newest block"])(
    "when its last block, which it has from %s, was replaced by one of the same time, then it says so, and nothing is added",
    async (source) => {
      const { client, chain } = await chainOf(GIFTS, 45 * APART);
      const { recovery } = await fillIndex(appOf(40 * APART, undefined), client);
      if (source === "the newest block") {
        await pool.query(`delete from ${SCHEMA}._ponder_meta`);
        await pool.query(`insert into ${SCHEMA}.head values ($1, $2)`, [40 * APART, hashOf(40 * APART)]);
      }
      const before = await held();
      chain.isOther = true;
      await expect(fillIndex(appOf(45 * APART, [recovery!]), client)).rejects.toThrow(/Block 40000 is another one/);
      expect(await held()).toEqual(before);
      chain.isOther = false;
      await fillIndex(appOf(40 * APART, [recovery!]), client);
    },
  );

  test("when the node is behind, then it says what it lacks instead of waiting for ever", async () => {
    const { client, chain } = await chainOf(GIFTS, 45 * APART);
    const { recovery } = await fillIndex(appOf(40 * APART, undefined), client);
    chain.newest = 30 * APART;
    await expect(fillIndex(appOf(25 * APART, [recovery!]), client)).rejects.toThrow(/does not have block 40000/);
  });

  test("when the node does not have the next block yet, then it waits for it, since Ponder asks for it at once", async () => {
    const { client, chain } = await chainOf(GIFTS, 45 * APART);
    const { recovery } = await fillIndex(appOf(40 * APART, undefined), client);
    chain.newest = 40 * APART;
    setTimeout(() => (chain.newest += 1), 200);
    const filled = await fillIndex(appOf(35 * APART, [recovery!]), client);
    expect(chain.newest).toBe(filled.upTo + 1);
  });
});

describe("given more gifts in one answer of the node than are worked out at once", () => {
  const dense = Array.from({ length: 90 }, (_, index) => ({
    block: 1 + Math.floor(index / 6),
    to: index % 7,
    minutes: 1n,
  }));

  test("when it ended in the middle of the answer, then what was worked out before is in it up to a whole block", async () => {
    const { client } = await chainOf(dense, 30);
    const breakOff = (hash: Hex) => {
      if (Number(hash) === 75) throw new Error("pulled out");
    };
    const options = { eventsAtOnce: 10 };
    await expect(fillIndex(appOf(20, undefined, breakOff), client, options)).rejects.toThrow("pulled out");
    const recovery = await readRecovery();
    expect(blockOf(recovery![0]!)).toBe(12);
    expect(await held()).toEqual(expected(dense.filter(({ block }) => block <= 12)));
    await fillIndex(appOf(20, recovery), client, options);
    expect(await held()).toEqual(expected(dense));
  });
});
