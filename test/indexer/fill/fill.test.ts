import { bigint, pgSchema, text } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { encodeAbiParameters, encodeEventTopics, numberToHex, parseAbi, type AbiEvent, type Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blockOf } from "#indexer/fill/checkpoint.ts";
import { fillIndex } from "#indexer/fill/fill.ts";
import { chainReader } from "#indexer/fill/logs.ts";
import type { App, Recovery } from "#indexer/fill/ponder.ts";
import type { Store } from "#indexer/fill/store.ts";
import { common, openSmallIndex } from "#test/indexer/small-index.ts";
import { startFakeNode } from "#test/support/fake-node.ts";

/*
 * A small index of its own on a real Postgres: it sums up what each member was given, and notes each gift.
 */

const SCHEMA = "tt_small";
const small = pgSchema(SCHEMA);
const gift = small.table("gift", {
  id: text().primaryKey(),
  to: text().notNull(),
  at: bigint({ mode: "number" }).notNull(),
});
const member = small.table("member", { address: text().primaryKey(), got: bigint({ mode: "bigint" }).notNull() });

const abi = parseAbi(["event Gave(address indexed to, uint256 minutes)"]);
const CONTRACT = numberToHex(0xaa, { size: 20 });

let index: Awaited<ReturnType<typeof openSmallIndex>>;
let pool: Pool;
let stop = (): void => undefined;

beforeAll(async () => {
  index = await openSmallIndex();
  ({ pool } = index);
});

beforeEach(async () => {
  await pool.query(`create schema ${SCHEMA}
    create table gift (id text primary key, "to" text not null, at int8 not null)
    create table member (address text primary key, got numeric not null)
    create table _ponder_checkpoint (chain_name text primary key, chain_id int8, safe_checkpoint text,
      latest_checkpoint text, finalized_checkpoint text)`);
});

afterEach(async () => {
  stop();
  await pool.query(`drop schema ${SCHEMA} cascade`);
});

afterAll(() => index.end());

type Gift = { block: number; to: number; minutes: bigint };

const hashOf = (block: number) => numberToHex(block + 1, { size: 32 });
const addressOf = (index: number) => numberToHex(0xbe_0000 + index, { size: 20 });
const blockOn = (number: number, startedAt = 1_000) => ({
  number: numberToHex(number),
  hash: hashOf(number),
  parentHash: hashOf(number - 1),
  timestamp: numberToHex(startedAt + number),
});

function logOf({ block, to, minutes }: Gift, index: number) {
  const topics = encodeEventTopics({ abi, args: { to: addressOf(to) } });
  const place = { blockNumber: numberToHex(block), blockHash: hashOf(block), logIndex: numberToHex(index) };
  return {
    ...place,
    ...{ address: CONTRACT, topics, data: encodeAbiParameters([{ type: "uint256" }], [minutes]) },
    transactionHash: numberToHex(index, { size: 32 }),
  };
}

/** A chain of so many blocks with these gifts. */
async function chainOf(gifts: readonly Gift[], newest: number) {
  const chain = { newest, startedAt: 1_000, logs: gifts.map(logOf) };
  const node = await startFakeNode({
    eth_blockNumber: () => numberToHex(chain.newest),
    eth_getBlockByNumber: ([number]: Hex[]) =>
      Number(number) <= chain.newest ? blockOn(Number(number), chain.startedAt) : null,
    eth_getLogs: ([range]: { fromBlock: Hex; toBlock: Hex }[]) =>
      chain.logs.filter(
        ({ blockNumber: at }) => Number(at) >= Number(range?.fromBlock) && Number(at) <= Number(range?.toBlock),
      ),
  });
  stop = node.stop;
  return { chain, client: chainReader(node.rpcUrl) };
}

type Given = {
  event: { args: { to: string; minutes: bigint }; block: { timestamp: bigint }; transaction: { hash: Hex } };
};

/** @param onGift called before a gift is taken */
function appOf(finalized: number, recovery: Recovery[] | undefined, onGift = (_: Hex): void => undefined): App {
  async function take({ event, context }: Given & { context: { db: Store } }): Promise<void> {
    const { args, block, transaction } = event;
    onGift(transaction.hash);
    await context.db.insert(gift).values({ id: transaction.hash, to: args.to, at: Number(block.timestamp) });
    await context.db
      .insert(member)
      .values({ address: args.to, got: args.minutes })
      .onConflictDoUpdate((row) => ({ got: (row.got as bigint) + args.minutes }));
  }
  const [abiItem] = abi as readonly [AbiEvent];
  const [topic0] = encodeEventTopics({ abi }) as [Hex];
  return {
    common,
    namespaceBuild: { schema: SCHEMA },
    schemaBuild: { schema: { gift, member } },
    indexingBuild: {
      chains: [{ id: 1, name: "main", rpc: "", finalityBlockCount: FINALITY }],
      contracts: [{}],
      eventCallbacks: [
        [
          {
            name: "Gifts:Gave",
            abiItem,
            filter: { type: "log", address: CONTRACT, topic0, fromBlock: 0 },
            fn: take as never,
          },
        ],
      ],
      finalizedBlocks: [blockOn(finalized)],
    },
    crashRecoveryCheckpoint: recovery,
    database: index,
  };
}

async function held() {
  const { rows: gifts } = await pool.query(`select id, "to", at::int from ${SCHEMA}.gift order by id`);
  const { rows: members } = await pool.query(`select address, got::int from ${SCHEMA}.member order by address`);
  return { gifts, members };
}

async function readRecovery(): Promise<Recovery[] | undefined> {
  const { rows } = await pool.query<{ checkpoint: string }>(
    `select safe_checkpoint as checkpoint from ${SCHEMA}._ponder_checkpoint`,
  );
  return rows[0] && [{ chainId: 1, checkpoint: rows[0].checkpoint }];
}

function expected(gifts: readonly Gift[]) {
  const receivers = [...new Set(gifts.map(({ to }) => to))].sort((a, b) => a - b);
  return {
    gifts: gifts.map(({ to, block }, index) => ({
      ...{ id: numberToHex(index, { size: 32 }), to: addressOf(to), at: 1_000 + block },
    })),
    members: receivers.map((receiver) => ({
      address: addressOf(receiver),
      got: gifts.reduce((sum, { to, minutes }) => (to === receiver ? sum + Number(minutes) : sum), 0),
    })),
  };
}

/** So far apart that one answer of the node does not bring them all. */
const APART = 1_000;

const FINALITY = 5 * APART;

/** Three a block, in which nobody is given twice. */
const GIFTS: readonly Gift[] = Array.from({ length: 90 }, (_, index) => ({
  ...{ block: (1 + Math.floor(index / 3)) * APART, to: index % 7, minutes: BigInt(index + 1) },
}));

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

describe("given a connection with a temporary table of the same name, and a row in it", () => {
  test("when rows change, then the row that was left there changes none", async () => {
    await pool.query(`create temp table member as select * from ${SCHEMA}.member`);
    await pool.query("insert into member values ($1, 7)", [addressOf(0)]);
    const { client } = await chainOf(GIFTS, 45 * APART);
    await fillIndex(appOf(40 * APART, undefined), client, { eventsAtOnce: 10 });
    expect(await held()).toEqual(expected(GIFTS));
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
