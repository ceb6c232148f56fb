import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dealEvent, rating, swap, transfer } from "#indexer/ponder.schema.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { readIndexedTransaction } from "#web/features/explorer/transaction-rows.ts";

const hash = (digit: string): Hex => `0x${digit.repeat(64)}`;
const someone = (digit: string): Hex => `0x${digit.repeat(40)}`;

const [PAYING, RATING, REPLYING, SWAPPING] = [hash("5"), hash("6"), hash("7"), hash("8")] as const;
const NEIGHBOUR: Hex = `0x${"5".repeat(63)}6`;
const DEAL = hash("d");
const OTHER_DEAL = hash("e");
const NOTHING = { moves: 0, steps: 0, ratings: 0, replies: 0, swaps: 0, block: null, timestamp: null };

let database: ConnectedDatabase;
let db: NodePgDatabase;

beforeAll(async () => {
  database = await connectTestDatabase();
  ({ db } = database);
  await createIndexTables(db, [transfer, dealEvent, rating, swap]);
  const place = (txHash: Hex, logIndex: number) => ({ block: 7, logIndex, txHash, timestamp: 700 });
  const move = { tokenId: 1n, operator: someone("1"), from: someone("1"), to: someone("2"), amount: 1n, minutes: 60 };
  await db.insert(transfer).values([
    { id: `${PAYING}-0-0`, kind: "escrow_in", ...move, ...place(PAYING, 0) },
    { id: `${PAYING}-0-1`, kind: "escrow_in", ...move, ...place(PAYING, 0) },
    { id: `${NEIGHBOUR}-0-0`, kind: "transfer", ...move, ...place(NEIGHBOUR, 0) },
    { id: `${SWAPPING}-1-0`, kind: "transfer", ...move, ...place(SWAPPING, 1) },
  ]);
  const order = { orderId: DEAL, maker: someone("1"), payer: someone("2"), receiver: someone("2"), ringId: null };
  const filled = { ...order, givenMinutes: 30, paidMinutes: 30, ...place(SWAPPING, 0) };
  await db.insert(swap).values([
    { id: `${SWAPPING}-0`, ...filled },
    { id: `${NEIGHBOUR}-0`, ...filled, txHash: NEIGHBOUR },
  ]);
  await db
    .insert(dealEvent)
    .values({ id: `${PAYING}-1`, dealId: DEAL, kind: "opened", by: null, data: {}, ...place(PAYING, 1) });
  const given = {
    rater: someone("1"),
    ratee: someone("2"),
    stars: 5,
    comment: hash("0"),
    ratedAt: 800,
    txHash: RATING,
  };
  const replied = { reply: hash("c"), repliedAt: 900, replyTx: REPLYING };
  await db.insert(rating).values([
    { dealId: DEAL, ...given, ...replied },
    { dealId: OTHER_DEAL, ...given, rater: someone("3") },
  ]);
});

afterAll(() => database?.close());

describe("given what the index has", () => {
  it("when it has nothing of a transaction, then it says so", async () => {
    expect(await readIndexedTransaction(db, hash("9"), [DEAL])).toEqual(NOTHING);
    expect(await readIndexedTransaction(db, hash("9"), [])).toEqual(NOTHING);
  });

  it("when tokens moved and a deal went on in it, then both are counted, and no neighbour's", async () => {
    const found = await readIndexedTransaction(db, PAYING, []);
    expect(found).toEqual({ ...NOTHING, moves: 2, steps: 1, block: 7, timestamp: 700 });
  });

  it("when ratings were published in it, then those of the deals asked for are counted", async () => {
    expect(await readIndexedTransaction(db, RATING, [DEAL])).toEqual({ ...NOTHING, ratings: 1, timestamp: 800 });
    expect(await readIndexedTransaction(db, RATING, [DEAL, OTHER_DEAL])).toMatchObject({ ratings: 2 });
    expect(await readIndexedTransaction(db, RATING, [])).toEqual(NOTHING);
  });

  it("when an order was filled in it, then it is counted beside its moves", async () => {
    const found = await readIndexedTransaction(db, SWAPPING, []);
    expect(found).toEqual({ ...NOTHING, moves: 1, swaps: 1, block: 7, timestamp: 700 });
  });

  it("when a rating was replied to in it, then that is counted, with its time", async () => {
    expect(await readIndexedTransaction(db, REPLYING, [DEAL])).toEqual({ ...NOTHING, replies: 1, timestamp: 900 });
  });
});
