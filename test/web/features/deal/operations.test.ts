import { type Address, type Hex, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dealId as idOfTerms, type Terms } from "#domain/terms.ts";
import { amendmentTypedData, settlementTypedData, type Settlement } from "#domain/typed-data.ts";
import { deal, dealPayment } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import {
  DAY,
  exampleContext,
  exampleTerms,
  insertDeal,
  NOW,
  SECONDS,
  SYSTEM,
} from "#test/web/features/deal/example-rows.ts";
import { consent } from "#web/db/schema/consent.ts";
import { words } from "#web/db/schema/words.ts";
import { latestConsents } from "#web/features/deal/consents.ts";
import { draftAmendment, dropConsent, keepConsent, keepDealWords } from "#web/features/deal/operations.ts";
import { readFacts } from "#web/features/deal/queries.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";

const BUYER = privateKeyToAccount(`0x${"03".repeat(32)}`);
const SELLER = privateKeyToAccount(`0x${"01".repeat(32)}`);
const buyer = BUYER.address.toLowerCase() as Address;
const seller = SELLER.address.toLowerCase() as Address;
const stranger: Address = `0x${"51".repeat(20)}`;
const terms = exampleTerms(buyer, seller);

let database: ConnectedDatabase;
let context: ExchangeContext;

beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
  context = exampleContext(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of [consent, words, dealPayment, deal]) await database.db.delete(table);
});

describe("given words to keep", () => {
  it.each([
    ["a stranger's evidence", "evidence", () => stranger, "disputed", "not_allowed"],
    ["evidence before the delivery", "evidence", () => buyer, "active", "deal_stage"],
    ["a party's reasons", "reasons", () => buyer, "disputed", "deal_stage"],
    ["the appeal arbiter's reasons before their turn", "reasons", () => terms.appealArbiter, "disputed", "deal_stage"],
  ] as const)("refuses %s", async (_, kind, who, status, code) => {
    const dealId = await insertDeal(database.db, terms, { status, since: SECONDS - 60 });
    const input = { dealId, kind, body: "It rained in." };
    await expect(keepDealWords(context, who(), input, NOW)).rejects.toMatchObject({ code });
    expect(await database.db.select().from(words)).toEqual([]);
  });
  it("refuses those of an unknown deal", async () => {
    const input = { dealId: zeroHash, kind: "evidence", body: "It rained in." } as const;
    await expect(keepDealWords(context, buyer, input, NOW)).rejects.toMatchObject({ code: "not_found" });
  });
  it.each([
    ["the buyer's evidence", "evidence", () => buyer],
    ["the arbiter's reasons", "reasons", () => terms.arbiter],
  ] as const)("keeps %s under their commitment", async (_, kind, who) => {
    const dealId = await insertDeal(database.db, terms, { status: "disputed", since: SECONDS - 60 });
    const { hash } = await keepDealWords(context, who(), { dealId, kind, body: "It rained in." }, NOW);
    expect(await database.db.select().from(words)).toMatchObject([
      { hash, kind, dealId, author: who(), body: "It rained in." },
    ]);
  });
});

describe("given a split to agree on", () => {
  it.each<[string, Partial<Settlement>]>([
    ["gives more than there is", { sellerMinutes: [121n] }],
    ["is about another deal", { dealId: zeroHash }],
    ["ignores the ruling that stands", { ruling: `0x${"11".repeat(32)}` }],
    ["has run out", { validUntil: SECONDS }],
  ])("refuses one that %s", async (_, wrong) => {
    const dealId = await insertDeal(database.db, terms, {});
    const settlement = { ...split(dealId), ...wrong };
    await expect(offer(dealId, settlement, SELLER)).rejects.toMatchObject({ code: "invalid_input" });
  });
  it("refuses one the other side has not signed, and a stranger's", async () => {
    const dealId = await insertDeal(database.db, terms, {});
    const signature = await BUYER.signTypedData(settlementTypedData(split(dealId), SYSTEM));
    const input = { kind: "settlement", dealId, payload: split(dealId), note: "", signature } as const;
    await expect(keepConsent(context, seller, input, NOW)).rejects.toMatchObject({ code: "bad_signature" });
    await expect(keepConsent(context, stranger, input, NOW)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await database.db.select().from(consent)).toEqual([]);
  });
  it("shows it while the escrow would take it, the latest alone, and no longer once dropped", async () => {
    const dealId = await insertDeal(database.db, terms, {});
    await offer(dealId, split(dealId), SELLER);
    await offer(dealId, { ...split(dealId), sellerMinutes: [90n] }, SELLER);
    const facts = await readFacts(database.db, dealId);
    if (!facts) throw new Error("no deal");
    expect(await latestConsents(database.db, facts, SECONDS)).toMatchObject([
      { kind: "settlement", signer: seller, settlement: { sellerMinutes: [90n] } },
    ]);
    expect(await latestConsents(database.db, facts, SECONDS + 2 * DAY)).toEqual([]);
    await dropConsent(context, seller, { dealId, kind: "settlement" });
    expect(await latestConsents(database.db, facts, SECONDS)).toEqual([]);
  });
});

describe("given another time to agree on", () => {
  const wish = { deliverFrom: SECONDS + 2 * DAY, deliverBy: SECONDS + 3 * DAY, brief: "On Tuesday, then" };

  it("refuses once it was delivered", async () => {
    const dealId = await insertDeal(database.db, terms, { status: "delivered", since: SECONDS - 60 });
    await expect(draftAmendment(context, buyer, { dealId, ...wish }, NOW)).rejects.toMatchObject({
      code: "deal_stage",
    });
  });
  it("refuses terms that change more than time and words", async () => {
    const dealId = await insertDeal(database.db, terms, {});
    const drafted = await draftAmendment(context, buyer, { dealId, ...wish }, NOW);
    const greedy: Terms = { ...drafted, arbiterFeeBps: 0 };
    const signature = await BUYER.signTypedData(amendment(dealId, greedy));
    const input = { kind: "amendment", dealId, payload: greedy, note: "", signature } as const;
    await expect(keepConsent(context, buyer, input, NOW)).rejects.toMatchObject({ code: "invalid_input" });
  });
  it("keeps the signed new terms, whose words are kept", async () => {
    const dealId = await insertDeal(database.db, terms, {});
    const drafted = await draftAmendment(context, buyer, { dealId, ...wish }, NOW);
    expect(drafted).toMatchObject({ deliverFrom: wish.deliverFrom, deliverBy: wish.deliverBy, buyer, seller });
    expect(await database.db.select().from(words)).toMatchObject([{ hash: drafted.brief, body: wish.brief }]);
    const signature = await BUYER.signTypedData(amendment(dealId, drafted));
    await keepConsent(context, buyer, { kind: "amendment", dealId, payload: drafted, note: "", signature }, NOW);
    expect(await database.db.select().from(consent)).toMatchObject([{ dealId, kind: "amendment", signer: buyer }]);
  });
});

function split(dealId: Hex): Settlement {
  return { dealId, sellerMinutes: [60n], ruling: zeroHash, nonce: 7n, validUntil: SECONDS + DAY };
}

async function offer(dealId: Hex, settlement: Settlement, by: typeof SELLER): Promise<void> {
  const signature = await by.signTypedData(settlementTypedData(settlement, SYSTEM));
  const who = by.address.toLowerCase() as Address;
  await keepConsent(context, who, { kind: "settlement", dealId, payload: settlement, note: "", signature }, NOW);
}

function amendment(dealId: Hex, newTerms: Terms) {
  return amendmentTypedData({ dealId, newDealId: idOfTerms(newTerms, SYSTEM) }, SYSTEM);
}
