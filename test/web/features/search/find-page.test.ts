import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { deal, dealPayment, token } from "#indexer/ponder.schema.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { exampleTerms, insertDeal, NOW } from "#test/web/features/deal/example-rows.ts";
import { joinCommunity } from "#web/features/member/operations.ts";
import { findPage, type SearchContext } from "#web/features/search/find-page.ts";

const bytes = (digits: string): Hex => `0x${digits.repeat(32)}`;
const ISSUER = "0xabababababababababababababababababababab";
const TOKEN = packTokenId({ issuer: ISSUER, unit: "hour", expiry: 0 });
const [TRANSACTION, BLOCK] = [bytes("a1"), bytes("b1")];

let database: ConnectedDatabase;
let dealId: Hex;

beforeAll(async () => {
  database = await connectTestDatabase();
  await createIndexTables(database.db, [deal, dealPayment, token]);
  dealId = await insertDeal(database.db, exampleTerms(`0x${"cd".repeat(20)}`, ISSUER), {});
  await database.db
    .insert(token)
    .values({ id: TOKEN, issuer: ISSUER, unit: "hour", expiry: 0, minted: 1n, burned: 0n, createdAt: 1 });
  const marek = { handle: "marek", displayName: "Marek Dvořák", timeZone: "Europe/Prague" };
  await joinCommunity(database.db, ISSUER, marek, NOW);
});

afterAll(() => database?.close());

describe("given a database and a node that know a few things", () => {
  it("when something they know is searched for, then the search leads to its page", async () => {
    expect(await find(String(TOKEN))).toEqual({ path: `/tokens/${TOKEN}` });
    expect(await find(`0x${TOKEN.toString(16)}`)).toEqual({ path: `/tokens/${TOKEN}` });
    expect(await find(dealId)).toEqual({ path: `/deals/${dealId}` });
    expect(await find(TRANSACTION)).toEqual({ path: `/tx/${TRANSACTION}` });
    expect(await find(BLOCK)).toEqual({ path: "/blocks/7" });
    expect(await find("7")).toEqual({ path: "/blocks/7" });
    expect(await find(ISSUER.toUpperCase().replace("0X", "0x"))).toEqual({ path: `/addresses/${ISSUER}` });
    expect(await find("@marek")).toEqual({ path: "/members/marek" });
    expect(await find("Marek")).toEqual({ path: "/members/marek" });
  });

  it("when nobody is called so, then words go to the market, and a handle is missing", async () => {
    expect(await find("garden")).toEqual({ path: "/?q=garden" });
    expect(await find("@garden")).toEqual({ missing: "handle" });
  });

  it("when it is in vain, then what it was looked for as is told", async () => {
    expect(await find("8")).toEqual({ missing: "number" });
    expect(await find(bytes("ee"))).toEqual({ missing: "hash" });
    expect(await find(String(packTokenId({ issuer: ISSUER, unit: "day", expiry: 0 })))).toEqual({ missing: "id" });
    expect(await find("0x12")).toEqual({ missing: "nothing" });
  });
});

function find(text: string) {
  return findPage({ db: database.db, chain: KNOWS as unknown as SearchContext["chain"] }, text);
}

/** A node that knows one transaction and one block. */
const KNOWS = {
  getTransaction: ({ hash }: { hash: Hex }) =>
    hash === TRANSACTION ? Promise.resolve({ hash }) : Promise.reject(new Error("no such transaction")),
  getBlock: ({ blockHash, blockNumber }: { blockHash?: Hex; blockNumber?: bigint }) =>
    blockHash === BLOCK || blockNumber === 7n ? Promise.resolve({ number: 7n }) : Promise.reject(new Error("no block")),
};
