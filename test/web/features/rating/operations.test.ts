import { zeroHash, type Address, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RATING_WINDOW } from "#domain/deal.ts";
import { ratingTypedData } from "#domain/typed-data.ts";
import { deal, dealPayment, rating } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import {
  exampleContext,
  exampleTerms,
  insertDeal,
  NOW,
  SECONDS,
  SYSTEM,
} from "#test/web/features/deal/example-rows.ts";
import { sealedRating } from "#web/db/schema/sealed-rating.ts";
import { words } from "#web/db/schema/words.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { keepRatingWords, sealRating } from "#web/features/rating/operations.ts";
import { readSealed } from "#web/features/rating/queries.ts";

const BUYER = privateKeyToAccount(`0x${"03".repeat(32)}`);
const SELLER = privateKeyToAccount(`0x${"01".repeat(32)}`);
const buyer = BUYER.address.toLowerCase() as Address;
const seller = SELLER.address.toLowerCase() as Address;
const stranger: Address = `0x${"51".repeat(20)}`;
const CLOSED = { status: "closed", outcome: "completed", rateable: true, since: SECONDS - 60 } as const;

let database: ConnectedDatabase;
let context: ExchangeContext;

beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
  context = exampleContext(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of [sealedRating, words, rating, dealPayment, deal]) await database.db.delete(table);
});

describe("given a deal that cannot be rated", () => {
  it.each([
    ["is still running", { status: "delivered", rateable: true, since: SECONDS - 60 }],
    ["was never delivered", { ...CLOSED, outcome: "refunded", rateable: false }],
    ["closed too long ago", { ...CLOSED, since: SECONDS - RATING_WINDOW - 1 }],
  ] as const)("refuses words and rating where it %s", async (_, values) => {
    const dealId = await insertDeal(database.db, exampleTerms(buyer, seller), values);
    await expect(comment(dealId, buyer, "Lovely")).rejects.toMatchObject({ code: "not_allowed" });
    await expect(seal(dealId, BUYER, 5, zeroHash)).rejects.toMatchObject({ code: "not_allowed" });
  });
  it("refuses whoever is no side of it", async () => {
    const dealId = await insertDeal(database.db, exampleTerms(buyer, seller), CLOSED);
    await expect(comment(dealId, stranger, "Lovely")).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("given a deal that is over", () => {
  it("refuses words of the other side, and a signature of anybody else", async () => {
    const dealId = await insertDeal(database.db, exampleTerms(buyer, seller), CLOSED);
    const { hash } = await comment(dealId, seller, "Punctual");
    await expect(seal(dealId, BUYER, 5, hash)).rejects.toMatchObject({ code: "words_mismatch" });
    const signature = await SELLER.signTypedData(typedData(dealId, buyer, 5, zeroHash));
    await expect(
      sealRating(context, buyer, { dealId, stars: 5, comment: zeroHash, signature }, NOW),
    ).rejects.toMatchObject({ code: "bad_signature" });
    expect(await database.db.select().from(sealedRating)).toEqual([]);
  });
  it("keeps each side's rating from the other until both have signed", async () => {
    const dealId = await insertDeal(database.db, exampleTerms(buyer, seller), CLOSED);
    await seal(dealId, BUYER, 4, (await comment(dealId, buyer, "Punctual")).hash);
    expect(await readSealed(database.db, dealId, buyer)).toMatchObject({
      mine: { stars: 4 },
      theirs: false,
      both: null,
    });
    expect(await readSealed(database.db, dealId, seller)).toEqual({ mine: null, theirs: true, both: null });
    await seal(dealId, SELLER, 5, zeroHash);
    expect((await readSealed(database.db, dealId, seller)).both).toHaveLength(2);
  });
  it("takes a reply from the rated side alone, once there is a rating", async () => {
    const dealId = await insertDeal(database.db, exampleTerms(buyer, seller), CLOSED);
    await expect(reply(dealId, seller)).rejects.toMatchObject({ code: "not_allowed" });
    await database.db.insert(rating).values({
      dealId,
      rater: buyer,
      ratee: seller,
      stars: 2,
      comment: zeroHash,
      ratedAt: SECONDS - 30,
      txHash: zeroHash,
    });
    await expect(reply(dealId, buyer)).rejects.toMatchObject({ code: "not_allowed" });
    expect((await reply(dealId, seller)).hash).toMatch(/^0x[0-9a-f]{64}$/);
  });
});

function comment(dealId: Hex, who: Address, body: string) {
  return keepRatingWords(context, who, { kind: "comment", dealId, body }, NOW);
}

function reply(dealId: Hex, who: Address) {
  return keepRatingWords(context, who, { kind: "reply", dealId, body: "Fair." }, NOW);
}

async function seal(dealId: Hex, by: typeof BUYER, stars: number, hash: Hex): Promise<void> {
  const who = by.address.toLowerCase() as Address;
  const signature = await by.signTypedData(typedData(dealId, who, stars, hash));
  await sealRating(context, who, { dealId, stars, comment: hash, signature }, NOW);
}

function typedData(dealId: Hex, rater: Address, stars: number, hash: Hex) {
  return ratingTypedData({ dealId, rater, stars, comment: hash }, SYSTEM);
}
