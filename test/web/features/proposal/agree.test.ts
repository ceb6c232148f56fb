import { eq } from "drizzle-orm";
import { hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readBrief, writeBrief } from "#domain/brief.ts";
import { commitWords } from "#domain/commitment.ts";
import { dealId } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { NOW, SYSTEM } from "#test/web/features/deal/example-rows.ts";
import { listing } from "#web/db/schema/listing.ts";
import { words } from "#web/db/schema/words.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { counterProposal, endProposal, propose, signProposal } from "#web/features/proposal/agree.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";
import {
  seller,
  buyer,
  arbiter,
  stranger,
  MINUTES_OF_SELLER,
  agreement,
  exchange,
  createProposalWorld,
  type ProposalWorld,
} from "./proposal-world.ts";

let world: ProposalWorld;
beforeAll(async () => {
  world = await createProposalWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe("given a listing that takes no proposals", () => {
  it.each(["draft", "paused", "closed"] as const)("refuses one on a %s listing", async (status) => {
    const listingId = await world.list({ status });
    await expect(propose(world.context, buyer, world.ask({ listingId }), NOW)).rejects.toMatchObject({
      code: status === "draft" ? "not_found" : "listing_not_open",
    });
  });
  it("refuses the owner's own", async () => {
    await expect(propose(world.context, seller, world.ask({}), NOW)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("given a listing that is edited while a proposal on it stands", () => {
  it("keeps what was agreed as it was, and says the new words in the next proposal", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const before = await world.read(id);
    await world.db
      .update(listing)
      .set({ title: "Fix your tandem", priceMinutes: 600 })
      .where(eq(listing.id, world.offer()));
    expect(await world.read(id)).toEqual(before);
    const [kept] = await world.db.select().from(words);
    expect(readBrief(kept?.body ?? "")).toMatchObject({
      words: exchange.brief,
      listing: { title: "Fix your bike", priceMinutes: 90 },
    });
    expect(commitWords(kept?.body ?? "", before.briefSalt)).toBe(termsOfProposal(before)?.brief);
    await counterProposal(world.context, seller, { proposalId: id, ...exchange, agreement: null }, NOW);
  });
});

describe("given an offer", () => {
  it("lets the visitor buy: terms are drawn up and the words kept under their commitment", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const row = await world.read(id);
    const terms = termsOfProposal(row);
    const [listed] = await world.db.select().from(listing).where(eq(listing.id, world.offer()));
    const body = writeBrief(exchange.brief, listed ?? null);
    expect(row).toMatchObject({ buyer, seller, proposer: buyer, stage: "signature", signature: null });
    expect(terms).toMatchObject({ buyer, seller, arbiter, ids: [MINUTES_OF_SELLER], amounts: [90n] });
    expect(terms && dealId(terms, SYSTEM)).toBe(row.dealId);
    expect(terms?.brief).toBe(commitWords(body, row.briefSalt));
    expect(await world.db.select().from(words)).toMatchObject([
      { hash: terms?.brief, kind: "brief", dealId: row.dealId, body },
    ]);
  });
  it("lets the buyer promise time of their own", async () => {
    const payment = { kind: "promise", expiry: 0 } as const;
    const { id } = await propose(world.context, buyer, world.ask({ agreement: { ...agreement, payment } }), NOW);
    expect(termsOfProposal(await world.read(id))).toMatchObject({
      ids: [packTokenId({ issuer: buyer, unit: "minute", expiry: 0 })],
      amounts: [90n],
    });
  });
});

describe("given a request", () => {
  it("lets the visitor give, and the owner choose the payment", async () => {
    const listingId = await world.list({ kind: "request", owner: buyer });
    const { id } = await propose(world.context, seller, world.ask({ listingId, agreement: null }), NOW);
    expect(await world.read(id)).toMatchObject({ buyer, seller, proposer: seller, stage: "payment", terms: null });
    await expect(
      counterProposal(world.context, seller, { proposalId: id, ...exchange, agreement: null }, NOW),
    ).rejects.toMatchObject({ code: "proposal_stage" });
    await counterProposal(world.context, buyer, { proposalId: id, ...exchange }, NOW);
    expect(await world.read(id)).toMatchObject({ stage: "signature", proposer: buyer });
  });
  it("lets nobody choose what somebody else pays with", async () => {
    const listingId = await world.list({ kind: "request", owner: buyer });
    await expect(propose(world.context, seller, world.ask({ listingId }), NOW)).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

describe("given terms to sign", () => {
  it("refuses the signature of anybody else", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const other = privateKeyToAccount(`0x${"02".repeat(32)}`);
    const signature = await other.signTypedData(termsTypedData(await world.termsOf(id), SYSTEM));
    await expect(signProposal(world.context, seller, { proposalId: id, signature }, NOW)).rejects.toMatchObject({
      code: "bad_signature",
    });
    expect(await world.read(id)).toMatchObject({ stage: "signature", signature: null });
  });
  it("refuses the buyer, a stranger, and everybody once the time is over", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const input = { proposalId: id, signature: await world.sign(id) };
    await expect(signProposal(world.context, buyer, input, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
    await expect(signProposal(world.context, stranger, input, NOW)).rejects.toMatchObject({ code: "not_found" });
    const late = new Date((agreement.acceptBy + 1) * 1000);
    await expect(signProposal(world.context, seller, input, late)).rejects.toMatchObject({ code: "proposal_expired" });
  });
  it("keeps the seller's, once", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const signature = await world.sign(id);
    await signProposal(world.context, seller, { proposalId: id, signature }, NOW);
    expect(await world.read(id)).toMatchObject({ stage: "funding", signature });
    await expect(signProposal(world.context, seller, { proposalId: id, signature }, NOW)).rejects.toMatchObject({
      code: "proposal_stage",
    });
  });
  it("takes a contract wallet's by its own word (ERC-1271)", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    const digest = hashTypedData(termsTypedData(await world.termsOf(id), SYSTEM));
    const chain = {
      getCode: () => Promise.resolve("0x60"),
      call: ({ data }: { data: string }) =>
        Promise.resolve({ data: `0x${data.includes(digest.slice(2)) ? "1626ba7e" : "ffffffff"}${"00".repeat(28)}` }),
    } as unknown as ExchangeContext["chain"];
    await signProposal({ ...world.context, chain }, seller, { proposalId: id, signature: "0x1234" }, NOW);
    expect(await world.read(id)).toMatchObject({ stage: "funding" });
  });
});

describe("given a signed proposal", () => {
  it("drops the signature when the buyer changes anything, and makes other terms", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    await signProposal(world.context, seller, { proposalId: id, signature: await world.sign(id) }, NOW);
    const before = await world.read(id);
    await counterProposal(world.context, buyer, { proposalId: id, ...exchange }, NOW);
    const after = await world.read(id);
    expect(after).toMatchObject({ stage: "signature", signature: null });
    expect(after.dealId).not.toBe(before.dealId);
  });
  it("ends by either side, and then takes no answer any more", async () => {
    const { id } = await propose(world.context, buyer, world.ask({}), NOW);
    await endProposal(world.context, seller, id, NOW);
    expect(await world.read(id)).toMatchObject({ stage: "declined" });
    await expect(endProposal(world.context, buyer, id, NOW)).rejects.toMatchObject({ code: "proposal_stage" });
  });
});
