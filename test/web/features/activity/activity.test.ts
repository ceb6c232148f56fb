import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { rating, swap, swapRing, token, transfer } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { DAY, exampleTerms, insertDeal, SECONDS } from "#test/web/features/deal/example-rows.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { readCursor, writeCursor } from "#web/features/activity/cursor.ts";
import { groupByDay } from "#web/features/activity/days.ts";
import { readActivity } from "#web/features/activity/queries.ts";

const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const OMAR: Address = `0x${"33".repeat(20)}`;
const TX = `0x${"77".repeat(32)}` as const;
const at = (days: number) => new Date((SECONDS - days * DAY) * 1000);

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  const { db } = database;
  await createChainTables(db);
  for (const [index, address] of [INES, MAREK, OMAR].entries()) {
    const handle = ["ines", "marek", "omar"][index] ?? "";
    await db
      .insert(member)
      .values({ address, handle, handleKey: handle, displayName: handle, createdAt: at(30 - index) });
  }
  for (const [title, status, kind] of [
    ["Spanish over coffee", "published", "offer"],
    ["A secret draft", "draft", "offer"],
    ["A wheel, trued", "published", "request"],
  ] as const)
    await db.insert(listing).values({
      owner: INES,
      kind,
      title,
      status,
      category: "learning",
      priceMinutes: 60,
      language: "en",
      createdAt: at(20),
    });
  const done = { status: "closed", outcome: "completed", closedAt: SECONDS - 5 * DAY, sellerMinutes: 120 } as const;
  const dealId = await insertDeal(db, exampleTerms(INES, MAREK), done);
  await insertDeal(db, { ...exampleTerms(INES, OMAR), salt: `0x${"51".repeat(32)}` }, { status: "disputed" });
  await insertDeal(db, { ...exampleTerms(OMAR, INES), salt: `0x${"52".repeat(32)}` }, { ...done, outcome: "ruled" });
  await db
    .insert(rating)
    .values({ dealId, rater: INES, ratee: MAREK, stars: 5, comment: TX, ratedAt: SECONDS - 4 * DAY, txHash: TX });
  const tokenId = packTokenId({ issuer: OMAR, unit: "minute", expiry: 0 });
  await db
    .insert(token)
    .values({ id: tokenId, issuer: OMAR, unit: "minute", expiry: 0, minted: 90n, burned: 0n, createdAt: 0 });
  const move = {
    tokenId,
    operator: OMAR,
    from: OMAR,
    to: INES,
    amount: 90n,
    minutes: 90,
    block: 1,
    logIndex: 0,
    txHash: TX,
    timestamp: SECONDS - 3 * DAY,
  };
  await db.insert(transfer).values([
    { ...move, id: "a", kind: "mint" },
    { ...move, id: "b", kind: "transfer" },
  ]);
  const order = {
    orderId: TX,
    maker: OMAR,
    payer: INES,
    receiver: INES,
    givenMinutes: 30,
    paidMinutes: 30,
    block: 1,
    logIndex: 0,
    txHash: TX,
    timestamp: SECONDS - 2 * DAY,
  };
  await db.insert(swap).values([
    { ...order, id: "c", ringId: null },
    { ...order, id: "d", ringId: "d" },
  ]);
  await db.insert(swapRing).values({ id: "d", orders: 3, minutes: 90, block: 1, txHash: TX, timestamp: SECONDS - DAY });
});
afterAll(() => database.close());

const kinds = async (viewer: Address | null) =>
  (await readActivity(database.db, viewer)).events.map(({ kind }) => kind);
const ALL = ["ring", "swapped", "promised", "rated", "done", "request", "offer", "joined", "joined", "joined"];

describe("the feed", () => {
  it("tells what happened, the latest first, and nothing of drafts, disputes or what is between two", async () => {
    const seen = await kinds(null);
    expect([...seen].sort()).toEqual([...ALL].sort());
    expect(seen.slice(0, 5)).toEqual(ALL.slice(0, 5));
    const { events, people } = await readActivity(database.db, null);
    expect(events.find(({ kind }) => kind === "done")).toMatchObject({ who: MAREK, other: INES, minutes: 120 });
    expect(events.find(({ kind }) => kind === "ring")).toMatchObject({ who: null, count: 3, minutes: 90 });
    expect(people[MAREK]).toMatchObject({ name: "marek" });
    expect(JSON.stringify(events)).not.toContain("secret");
  });
  it("comes in pages without a gap or an event twice", async () => {
    const seen: string[] = [];
    let before = null;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await readActivity(database.db, null, { before, size: 2 });
      seen.push(...page.events.map(({ key }) => key));
      if (!page.next) break;
      before = readCursor(writeCursor(page.next));
      expect(before).toEqual(page.next);
    }
    expect(seen).toEqual((await readActivity(database.db, null)).events.map(({ key }) => key));
  });
  it("hides whom the one who looks has blocked, whatever side they were on", async () => {
    await database.db.insert(memberBlock).values({ blocker: OMAR, blocked: INES });
    expect(await kinds(OMAR)).toEqual(["ring", "promised", "joined", "joined"]);
    expect(await kinds(INES)).toHaveLength(ALL.length);
  });
});

it.each([
  "",
  "x",
  "1",
  "1.",
  ".a",
  "1.a b",
  "1.a'; --",
  `1.${"a".repeat(500)}`,
  "9999999999999999.a",
  "99999999999999999.a",
  undefined,
  ["1.a"],
])("%j is no cursor", (text) => expect(readCursor(text)).toBeNull());

it("puts an event under the day it was where the reader is", () => {
  const event = { at: Date.parse("2026-11-22T23:30:00Z") / 1000 } as never;
  expect(groupByDay([event], "Europe/Madrid").map(({ day }) => day)).toEqual(["2026-11-23"]);
  expect(groupByDay([event], "America/Lima").map(({ day }) => day)).toEqual(["2026-11-22"]);
});
