import { eq } from "drizzle-orm";
import { hashTypedData, type Address } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readBrief, writeBrief } from "#domain/brief.ts";
import { commitWords } from "#domain/commitment.ts";
import { dealId } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { holding } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import {
  counterProposal,
  endProposal,
  propose,
  signProposal,
  type ProposalContext,
} from "#web/features/proposal/operations.ts";
import type { Agreement, ProposeInput } from "#web/features/proposal/schema.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const DAY = 86_400;
const SELLER = privateKeyToAccount(`0x${"01".repeat(32)}`);
const seller = SELLER.address.toLowerCase() as Address;
const buyer: Address = `0x${"b1".repeat(20)}`;
const arbiter: Address = `0x${"a1".repeat(20)}`;
const stranger: Address = `0x${"51".repeat(20)}`;
const SYSTEM = {
  chainId: 31337,
  escrow: `0x${"e1".repeat(20)}`,
  token: `0x${"e2".repeat(20)}`,
  forwarder: `0x${"e3".repeat(20)}`,
  offerBook: `0x${"e5".repeat(20)}`,
  ratingBook: `0x${"e4".repeat(20)}`,
  arbiterRegistry: `0x${"e6".repeat(20)}`,
} as const;
const MINUTES_OF_SELLER = packTokenId({ issuer: seller, unit: "minute", expiry: 0 });
const MINUTES_OF_STRANGER = packTokenId({ issuer: stranger, unit: "minute", expiry: 0 });

const agreement: Agreement = {
  arbiter,
  appealArbiter: null,
  acceptBy: SECONDS + DAY,
  reviewWindow: 3 * DAY,
  rulingWindow: 5 * DAY,
  appealWindow: 3 * DAY,
  arbiterFeeBps: 500,
  silenceSellerBps: 5_000,
  payment: { kind: "held", ids: [MINUTES_OF_SELLER], amounts: [90n] },
};
const exchange = {
  minutes: 90,
  deliverFrom: SECONDS + 2 * DAY,
  deliverBy: SECONDS + 3 * DAY,
  brief: "Fix the rear wheel together",
  note: "",
  agreement,
};

let database: ConnectedDatabase;
let context: ProposalContext;
let offer: string;

beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
  context = {
    db: database.db,
    system: SYSTEM,
    chain: { getCode: () => Promise.resolve(undefined), call: () => Promise.reject(new Error("no code")) },
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of [proposal, listing, words, holding]) await database.db.delete(table);
  offer = await list({});
  await database.db.insert(holding).values({ tokenId: MINUTES_OF_SELLER, holder: buyer, amount: 120n, minutes: 120 });
});

describe("given a listing that takes no proposals", () => {
  it.each(["draft", "paused", "closed"] as const)("refuses one on a %s listing", async (status) => {
    const listingId = await list({ status });
    await expect(propose(context, buyer, ask({ listingId }), NOW)).rejects.toMatchObject({
      code: status === "draft" ? "not_found" : "listing_not_open",
    });
  });
  it("refuses the owner's own", async () => {
    await expect(propose(context, seller, ask({}), NOW)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("given a payment the escrow or the seller would refuse", () => {
  it.each([
    ["does not make the price", { ids: [MINUTES_OF_SELLER], amounts: [60n] }, "paymentSum"],
    ["is in no order", { ids: [MINUTES_OF_SELLER, MINUTES_OF_SELLER], amounts: [45n, 45n] }, "payment"],
    ["runs out too soon", { ids: [soon()], amounts: [90n] }, "paymentExpires"],
    ["is more than the buyer holds", { ids: [MINUTES_OF_STRANGER], amounts: [90n] }, "paymentMissing"],
  ])("refuses one that %s", async (_, { ids, amounts }, sentence) => {
    const input = ask({ agreement: { ...agreement, payment: { kind: "held", ids, amounts } } });
    await expect(propose(context, buyer, input, NOW)).rejects.toMatchObject({ fields: { payment: sentence } });
    expect(await database.db.select().from(proposal)).toEqual([]);
    expect(await database.db.select().from(words)).toEqual([]);
  });
  it("refuses others' promises where only the seller's own are welcome", async () => {
    const listingId = await list({ welcome: "own" });
    const payment = { kind: "promise", expiry: 0 } as const;
    const input = ask({ listingId, agreement: { ...agreement, payment } });
    await expect(propose(context, buyer, input, NOW)).rejects.toMatchObject({
      fields: { payment: "unwelcome.own", unwelcome: buyer },
    });
  });
  it.each([
    ["reputation", { welcome: "reputation", welcomeScore: 60 }],
    ["members", { welcome: "members", welcomeMembers: [`0x${"9a".repeat(20)}`] }],
  ] satisfies [string, Partial<typeof listing.$inferInsert>][])(
    "names whose promises are not taken under the rule “%s”",
    async (rule, values) => {
      const listingId = await list(values);
      const input = ask({ listingId, agreement: { ...agreement, payment: { kind: "promise", expiry: 0 } } });
      await expect(propose(context, buyer, input, NOW)).rejects.toMatchObject({
        fields: { payment: `unwelcome.${rule}`, unwelcome: buyer },
      });
      expect(await database.db.select().from(proposal)).toEqual([]);
    },
  );
  it("takes the promise of a member who was chosen", async () => {
    const listingId = await list({ welcome: "members", welcomeMembers: [buyer] });
    const input = ask({ listingId, agreement: { ...agreement, payment: { kind: "promise", expiry: 0 } } });
    const { id } = await propose(context, buyer, input, NOW);
    expect(await read(id)).toMatchObject({ stage: "signature" });
  });
  it("refuses a side of the deal as its arbiter", async () => {
    const input = ask({ agreement: { ...agreement, arbiter: seller } });
    await expect(propose(context, buyer, input, NOW)).rejects.toMatchObject({
      fields: { "agreement.arbiter": "arbiter" },
    });
  });
});

describe("given a listing that is edited while a proposal on it stands", () => {
  it("keeps what was agreed as it was, and says the new words in the next proposal", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const before = await read(id);
    await database.db.update(listing).set({ title: "Fix your tandem", priceMinutes: 600 }).where(eq(listing.id, offer));
    expect(await read(id)).toEqual(before);
    const [kept] = await database.db.select().from(words);
    expect(readBrief(kept?.body ?? "")).toMatchObject({
      words: exchange.brief,
      listing: { title: "Fix your bike", priceMinutes: 90 },
    });
    expect(commitWords(kept?.body ?? "", before.briefSalt)).toBe(termsOfProposal(before)?.brief);
    await counterProposal(context, seller, { proposalId: id, ...exchange, agreement: null }, NOW);
  });
});

describe("given an offer", () => {
  it("lets the visitor buy: terms are drawn up and the words kept under their commitment", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const row = await read(id);
    const terms = termsOfProposal(row);
    const [listed] = await database.db.select().from(listing).where(eq(listing.id, offer));
    const body = writeBrief(exchange.brief, listed ?? null);
    expect(row).toMatchObject({ buyer, seller, proposer: buyer, stage: "signature", signature: null });
    expect(terms).toMatchObject({ buyer, seller, arbiter, ids: [MINUTES_OF_SELLER], amounts: [90n] });
    expect(terms && dealId(terms, SYSTEM)).toBe(row.dealId);
    expect(terms?.brief).toBe(commitWords(body, row.briefSalt));
    expect(await database.db.select().from(words)).toMatchObject([
      { hash: terms?.brief, kind: "brief", dealId: row.dealId, body },
    ]);
  });
  it("lets the buyer promise time of their own", async () => {
    const payment = { kind: "promise", expiry: 0 } as const;
    const { id } = await propose(context, buyer, ask({ agreement: { ...agreement, payment } }), NOW);
    expect(termsOfProposal(await read(id))).toMatchObject({
      ids: [packTokenId({ issuer: buyer, unit: "minute", expiry: 0 })],
      amounts: [90n],
    });
  });
});

describe("given a request", () => {
  it("lets the visitor give, and the owner choose the payment", async () => {
    const listingId = await list({ kind: "request", owner: buyer });
    const { id } = await propose(context, seller, ask({ listingId, agreement: null }), NOW);
    expect(await read(id)).toMatchObject({ buyer, seller, proposer: seller, stage: "payment", terms: null });
    await expect(
      counterProposal(context, seller, { proposalId: id, ...exchange, agreement: null }, NOW),
    ).rejects.toMatchObject({ code: "proposal_stage" });
    await counterProposal(context, buyer, { proposalId: id, ...exchange }, NOW);
    expect(await read(id)).toMatchObject({ stage: "signature", proposer: buyer });
  });
  it("lets nobody choose what somebody else pays with", async () => {
    const listingId = await list({ kind: "request", owner: buyer });
    await expect(propose(context, seller, ask({ listingId }), NOW)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("given terms to sign", () => {
  it("refuses the signature of anybody else", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const other = privateKeyToAccount(`0x${"02".repeat(32)}`);
    const signature = await other.signTypedData(termsTypedData(await termsOf(id), SYSTEM));
    await expect(signProposal(context, seller, { proposalId: id, signature }, NOW)).rejects.toMatchObject({
      code: "bad_signature",
    });
    expect(await read(id)).toMatchObject({ stage: "signature", signature: null });
  });
  it("refuses the buyer, a stranger, and everybody once the time is over", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const input = { proposalId: id, signature: await sign(id) };
    await expect(signProposal(context, buyer, input, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
    await expect(signProposal(context, stranger, input, NOW)).rejects.toMatchObject({ code: "not_found" });
    const late = new Date((agreement.acceptBy + 1) * 1000);
    await expect(signProposal(context, seller, input, late)).rejects.toMatchObject({ code: "proposal_expired" });
  });
  it("keeps the seller's, once", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const signature = await sign(id);
    await signProposal(context, seller, { proposalId: id, signature }, NOW);
    expect(await read(id)).toMatchObject({ stage: "funding", signature });
    await expect(signProposal(context, seller, { proposalId: id, signature }, NOW)).rejects.toMatchObject({
      code: "proposal_stage",
    });
  });
  it("takes a contract wallet's by its own word (ERC-1271)", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    const digest = hashTypedData(termsTypedData(await termsOf(id), SYSTEM));
    const chain = {
      getCode: () => Promise.resolve("0x60"),
      call: ({ data }: { data: string }) =>
        Promise.resolve({ data: `0x${data.includes(digest.slice(2)) ? "1626ba7e" : "ffffffff"}${"00".repeat(28)}` }),
    } as unknown as ProposalContext["chain"];
    await signProposal({ ...context, chain }, seller, { proposalId: id, signature: "0x1234" }, NOW);
    expect(await read(id)).toMatchObject({ stage: "funding" });
  });
});

describe("given a signed proposal", () => {
  it("drops the signature when the buyer changes anything, and makes other terms", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    await signProposal(context, seller, { proposalId: id, signature: await sign(id) }, NOW);
    const before = await read(id);
    await counterProposal(context, buyer, { proposalId: id, ...exchange }, NOW);
    const after = await read(id);
    expect(after).toMatchObject({ stage: "signature", signature: null });
    expect(after.dealId).not.toBe(before.dealId);
  });
  it("ends by either side, and then takes no answer any more", async () => {
    const { id } = await propose(context, buyer, ask({}), NOW);
    await endProposal(context, seller, id, NOW);
    expect(await read(id)).toMatchObject({ stage: "declined" });
    await expect(endProposal(context, buyer, id, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
  });
});

async function list(values: Partial<typeof listing.$inferInsert>): Promise<string> {
  const [row] = await database.db
    .insert(listing)
    .values({
      owner: seller,
      kind: "offer",
      title: "Fix your bike",
      category: "home",
      priceMinutes: 90,
      language: "en",
      status: "published",
      ...values,
    })
    .returning({ id: listing.id });
  return row?.id ?? "";
}

function ask(values: Partial<ProposeInput>): ProposeInput {
  return { listingId: offer, ...exchange, ...values };
}

async function read(id: string) {
  const [row] = await database.db.select().from(proposal).where(eq(proposal.id, id));
  if (!row) throw new Error("no such proposal");
  return row;
}

async function termsOf(id: string) {
  const terms = termsOfProposal(await read(id));
  if (!terms) throw new Error("no terms yet");
  return terms;
}

async function sign(id: string) {
  return SELLER.signTypedData(termsTypedData(await termsOf(id), SYSTEM));
}

function soon(): bigint {
  return packTokenId({ issuer: seller, unit: "minute", expiry: SECONDS + 4 * DAY });
}
