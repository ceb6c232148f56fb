import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { token, transfer } from "#indexer/ponder.schema.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { listIds, tracePromises } from "#web/features/explorer/promise-queries.ts";

const DAY = 86_400;
const [ISSUER, OTHER] = [`0x${"a1".repeat(20)}`, `0x${"b2".repeat(20)}`] as const;
const HOURS = packTokenId({ issuer: ISSUER, unit: "hour", expiry: 0 });
const MINUTES = packTokenId({ issuer: ISSUER, unit: "minute", expiry: 0 });
const OTHERS = packTokenId({ issuer: OTHER, unit: "hour", expiry: 0 });

type Kind = (typeof transfer.$inferInsert)["kind"];

let database: ConnectedDatabase;
let db: NodePgDatabase;
let moves = 0;

/** Books a move on a day; who moved what to whom is no matter here. */
async function book(day: number, kind: Kind, minutes: number, tokenId = HOURS): Promise<void> {
  const txHash: Hex = `0x${(moves += 1).toString(16).padStart(64, "0")}`;
  const sides = { operator: ISSUER, from: ISSUER, to: OTHER };
  const place = { block: moves, logIndex: 0, txHash, timestamp: day * DAY + moves };
  await db.insert(transfer).values({ id: `${txHash}-0-0`, kind, tokenId, amount: 1n, minutes, ...sides, ...place });
}

beforeAll(async () => {
  database = await connectTestDatabase();
  ({ db } = database);
  await createIndexTables(db, [token, transfer]);
  await db.insert(token).values([
    { id: MINUTES, issuer: ISSUER, unit: "minute", expiry: 0, minted: 30n, burned: 0n, createdAt: 2 * DAY },
    { id: HOURS, issuer: ISSUER, unit: "hour", expiry: 0, minted: 10n, burned: 6n, createdAt: DAY },
    { id: OTHERS, issuer: OTHER, unit: "hour", expiry: 0, minted: 9n, burned: 0n, createdAt: DAY },
  ]);
});

afterAll(() => database?.close());

describe("given an issuer who never promised anything", () => {
  it("then there is nothing to trace", async () => {
    expect(await tracePromises(db, `0x${"c3".repeat(20)}`)).toEqual([]);
    expect(await listIds(db, `0x${"c3".repeat(20)}`)).toEqual([]);
  });
});

describe("given promises of many days", () => {
  beforeAll(async () => {
    await book(1, "mint", 600);
    await book(1, "mint", 540, OTHERS);
    await book(2, "mint", 30, MINUTES);
    await book(2, "transfer", 60);
    await book(2, "escrow_in", 120);
    await book(2, "escrow_out", 120);
    await book(4, "redeem", 120);
    await book(4, "forgive", 60);
    await book(4, "withdraw", 60);
    await book(4, "lapse", 60);
    await book(5, "convert_out", 60);
    await book(5, "convert_in", 60, MINUTES);
    await book(5, "renew_out", 60);
    await book(5, "renew_in", 60, MINUTES);
  });

  it("then each day with a move ends in what was owed and kept till then, and only the issuer's count", async () => {
    expect(await tracePromises(db, ISSUER)).toEqual([
      { at: 2 * DAY, owed: 600, kept: 0 },
      { at: 3 * DAY, owed: 630, kept: 0 },
      { at: 5 * DAY, owed: 330, kept: 120 },
      { at: 6 * DAY, owed: 330, kept: 120 },
    ]);
  });

  it("then their ids are listed in the order in which they were first made", async () => {
    expect((await listIds(db, ISSUER)).map(({ id }) => id)).toEqual([HOURS, MINUTES]);
  });
});
