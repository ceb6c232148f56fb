import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { exampleTerms, insertDeal, SECONDS } from "#test/web/features/deal/example-rows.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { listDeals, readDeal } from "#web/features/deal/queries.ts";

const buyer: Address = `0x${"b1".repeat(20)}`;
const seller: Address = `0x${"5e".repeat(20)}`;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
});
afterAll(() => database.close());

describe("given a deal that came from a listing and was amended twice", () => {
  it("is called by the listing's title under every one of its ids", async () => {
    const { db } = database;
    const [offer] = await db
      .insert(listing)
      .values({ ...EXAMPLE_LISTING, owner: seller, status: "published" })
      .returning();
    const terms = exampleTerms(buyer, seller);
    const first = await insertDeal(db, terms, { status: "closed", outcome: "amended" });
    const [second, third] = [
      await insertDeal(db, { ...terms, deliverBy: terms.deliverBy + 1 }, { amendedFrom: first, origin: first }),
      await insertDeal(db, { ...terms, deliverBy: terms.deliverBy + 2 }, { origin: first }),
    ];
    await db.insert(proposal).values({
      listingId: offer?.id ?? null,
      buyer,
      seller,
      proposer: buyer,
      minutes: 120,
      deliverFrom: new Date(terms.deliverFrom * 1000),
      deliverBy: new Date((SECONDS + 60) * 1000),
      terms: {},
      dealId: first,
      briefText: "The bike",
      briefSalt: terms.salt,
      signature: "0x01",
      stage: "funding",
    });

    const titles = (await listDeals(db, buyer)).map(({ title }) => title);
    expect(titles).toEqual(Array.from({ length: 3 }, () => EXAMPLE_LISTING.title));
    for (const id of [first, second, third])
      expect(await readDeal(db, id)).toMatchObject({ title: EXAMPLE_LISTING.title, listingId: offer?.id });
  });
});
