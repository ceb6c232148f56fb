import { bigint, pgSchema, text } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { encodeAbiParameters, encodeEventTopics, numberToHex, parseAbi, type AbiEvent, type Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { chainReader } from "#indexer/fill/logs.ts";
import type { App, Recovery } from "#indexer/fill/ponder.ts";
import type { Store } from "#indexer/fill/store.ts";
import { common, openSmallIndex } from "#test/indexer/small-index.ts";
import { startFakeNode } from "#test/support/fake-node.ts";

/*
 * A small index of its own on a real Postgres: it sums up what each member was given, and notes each gift.
 */

export const SCHEMA = "tt_small";
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
export let pool: Pool;
let stop = (): void => undefined;

/** Keeps a fresh index for each test of a file. */
export function keepGiftIndex(): void {
  beforeAll(async () => {
    index = await openSmallIndex();
    ({ pool } = index);
  });

  beforeEach(async () => {
    await pool.query(`create schema ${SCHEMA}
      create table gift (id text primary key, "to" text not null, at int8 not null)
      create table member (address text primary key, got numeric not null)
      create table head (block int8 primary key, hash text not null)
      create table _ponder_meta (key text primary key, value jsonb not null)
      create table _ponder_checkpoint (chain_name text primary key, chain_id int8, safe_checkpoint text,
        latest_checkpoint text, finalized_checkpoint text)`);
  });

  afterEach(async () => {
    stop();
    await pool.query(`drop schema ${SCHEMA} cascade`);
  });

  afterAll(() => index.end());
}

type Gift = { block: number; to: number; minutes: bigint };

export const hashOf = (block: number) => numberToHex(block + 1, { size: 32 });
export const addressOf = (index: number) => numberToHex(0xbe_0000 + index, { size: 20 });
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
export async function chainOf(gifts: readonly Gift[], newest: number) {
  const chain = { newest, startedAt: 1_000, isOther: false, logs: gifts.map(logOf) };
  const node = await startFakeNode({
    eth_blockNumber: () => numberToHex(chain.newest),
    eth_getBlockByNumber: ([number]: Hex[]) =>
      Number(number) <= chain.newest
        ? { ...blockOn(Number(number), chain.startedAt), ...(chain.isOther && { hash: numberToHex(1n, { size: 32 }) }) }
        : null,
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
export function appOf(finalized: number, recovery: Recovery[] | undefined, onGift = (_: Hex): void => undefined): App {
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

export async function held() {
  const { rows: gifts } = await pool.query(`select id, "to", at::int from ${SCHEMA}.gift order by id`);
  const { rows: members } = await pool.query(`select address, got::int from ${SCHEMA}.member order by address`);
  return { gifts, members };
}

export async function readRecovery(): Promise<Recovery[] | undefined> {
  const { rows } = await pool.query<{ checkpoint: string }>(
    `select safe_checkpoint as checkpoint from ${SCHEMA}._ponder_checkpoint`,
  );
  return rows[0] && [{ chainId: 1, checkpoint: rows[0].checkpoint }];
}

export function expected(gifts: readonly Gift[]) {
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
export const APART = 1_000;

export const FINALITY = 5 * APART;

/** Three a block, in which nobody is given twice. */
export const GIFTS: readonly Gift[] = Array.from({ length: 90 }, (_, index) => ({
  ...{ block: (1 + Math.floor(index / 3)) * APART, to: index % 7, minutes: BigInt(index + 1) },
}));
