import { encodeFunctionData, parseEventLogs, zeroAddress, zeroHash } from "viem";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEAL_STATUSES } from "#domain/deal-state.ts";
import { offerBookAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { issuerProof, issuersRoot } from "#domain/issuer-list.ts";
import { checkOffer, encodeOpeningByOffer, offerHash, type OfferTaking } from "#domain/standing-offer.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { standingOfferTypedData, type OfferBookAt, type StandingOffer } from "#domain/typed-data.ts";
import { DAY, HOUR } from "./example-deal.ts";
import { startChain, type Call, type Chain } from "./parity/chain.ts";
import { mintPayment, termsFrom } from "./parity/play.ts";

const STORED_ACTIVE = DEAL_STATUSES.indexOf("active") + 1;
/** A day, three hours and 47 minutes. */
const PRICE = 1_440 + 180 + 47;

let chain: Chain;
let at: OfferBookAt;
let payment: Pick<Terms, "ids" | "amounts">;
let untouched: Awaited<ReturnType<Chain["takeSnapshot"]>>;

beforeAll(async () => {
  chain = await startChain();
  at = { chainId: chain.at.chainId, offerBook: chain.offerBook.address };
  payment = await mintPayment(chain);
  untouched = await chain.takeSnapshot();
}, 60_000);

beforeEach(() => untouched.restore());

describe("standing offers", { timeout: 60_000 }, () => {
  it("are hashed as the offer book hashes them", async () => {
    const { offer } = await takingFor(termsFrom(chain, await chain.now(), payment));
    expect(await chain.offerBook.read.hashOffer([offer])).toBe(offerHash(offer, at));
  });

  it("open a deal, Active at once, and use up the slot for good", async () => {
    const terms = await bookedTerms();
    const taking = await takingFor(terms);
    const receipt = await chain.send("buyer", openingBy(terms, taking));
    const [taken] = parseEventLogs({ abi: offerBookAbi, logs: receipt.logs, eventName: "SlotTaken" });
    expect(taken?.args).toEqual({ offerHash: offerHash(taking.offer, at), slot: 1n, dealId: dealId(terms, chain.at) });
    expect((await chain.escrow.read.dealOf([dealId(terms, chain.at)])).status).toBe(STORED_ACTIVE);
    expect(await chain.offerBook.read.isSlotTaken([offerHash(taking.offer, at), 1n])).toBe(true);

    await chain.escrow.write.refund([terms], { account: chain.wallet("seller").account });
    await compare({ ...terms, salt: zeroHash }, taking);
    await compare({ ...terms, salt: zeroHash }, { ...taking, slot: 2 });
  });

  it("are gone once their seller cancels them, or all", async () => {
    const terms = await bookedTerms();
    const taking = await takingFor(terms);
    const asSeller = { account: chain.wallet("seller").account };
    await chain.offerBook.write.cancelNonce([taking.offer.nonce], asSeller);
    await compare(terms, taking);
    await chain.offerBook.write.raiseEpoch(asSeller);
    await compare(terms, await takingFor(terms, { nonce: 8n }));
    await compare(terms, await takingFor(terms, { nonce: 8n, epoch: 1n }));
  });

  const cases: [string, (terms: Terms, now: number) => Partial<StandingOffer>, Partial<OfferTaking>?][] = [
    ["as they are", () => ({})],
    ["at their last second", (_, now) => ({ validUntil: now })],
    ["after it", (_, now) => ({ validUntil: now - 1 })],
    ["to this buyer", ({ buyer }) => ({ buyer })],
    ["to another", ({ arbiter }) => ({ buyer: arbiter })],
    ["of another epoch", () => ({ epoch: 1n })],
    ["with another arbiter", ({ appealArbiter }) => ({ arbiter: appealArbiter })],
    ["without an appeal", () => ({ appealArbiter: zeroAddress })],
    ["with another window", ({ rulingWindow }) => ({ rulingWindow: rulingWindow + 1 })],
    ["with another share", () => ({ silenceSellerBps: 1 })],
    ["with other words", () => ({ brief: zeroHash })],
    ["of another length", () => ({ length: 2 * HOUR })],
    ["starting at the earliest", ({ deliverFrom }, now) => ({ earliestLead: deliverFrom - now })],
    ["starting sooner", ({ deliverFrom }, now) => ({ earliestLead: deliverFrom - now + 1 })],
    ["starting at the latest", ({ deliverFrom }, now) => ({ latestLead: deliverFrom - now })],
    ["starting later", ({ deliverFrom }, now) => ({ latestLead: deliverFrom - now - 1 })],
    ["without proofs", () => ({}), { proofs: [] }],
    ["with empty proofs", () => ({}), { proofs: [[], [], []] }],
    ["for own promises alone", () => ({ issuers: zeroHash })],
    ["for promises that never lapse", () => ({ minExpiry: 2 ** 40 - 1 })],
    ["for a minute more", () => ({ priceMinutes: PRICE + 1 })],
    ["with as many slots", () => ({ slots: 2 })],
    ["with fewer slots", () => ({ slots: 1 })],
    ["with much that is wrong", (_, now) => ({ validUntil: now - 1, slots: 0, priceMinutes: 1, brief: zeroHash })],
  ];

  it.each(cases)("%s: taken or refused with the same error", async (_name, changesOf, rest) => {
    const terms = await bookedTerms();
    await compare(terms, { ...(await takingFor(terms, changesOf(terms, await chain.now()))), ...rest });
  });

  /** Terms that start in an hour, paid in a stranger's, the seller's and the buyer's promises. */
  async function bookedTerms(): Promise<Terms> {
    const now = await chain.now();
    return { ...termsFrom(chain, now, payment), acceptBy: now + 60 };
  }

  async function takingFor(terms: Terms, changes: Partial<StandingOffer> = {}): Promise<OfferTaking> {
    const { ids, acceptBy, deliverFrom, deliverBy } = terms;
    const listed = [chain.people.stranger, chain.people.buyer, chain.people.arbiter];
    const offer: StandingOffer = {
      ...terms,
      buyer: zeroAddress,
      priceMinutes: PRICE,
      issuers: issuersRoot(listed),
      minExpiry: 0,
      earliestLead: 0,
      latestLead: 30 * DAY,
      length: deliverBy - deliverFrom,
      slots: 3,
      validUntil: acceptBy + DAY,
      nonce: 7n,
      epoch: 0n,
      ...changes,
    };
    const signer = chain.wallet("seller");
    const typed = standingOfferTypedData(offer, at);
    const signature = await signer.signTypedData({ ...typed, account: signer.account });
    const issuers = ids.map((id) => unpackTokenId(id).issuer);
    const proofs = issuers.map((issuer) => (issuer === chain.people.seller ? [] : issuerProof(listed, issuer)));
    return { offer, signature, proofs, slot: 1 };
  }

  function openingBy(terms: Terms, taking: OfferTaking): Call {
    const data = encodeOpeningByOffer(terms, taking);
    const args = [terms.buyer, chain.escrow.address, terms.ids, terms.amounts, data] as const;
    return {
      to: chain.token.address,
      data: encodeFunctionData({ abi: timeTokenAbi, functionName: "safeBatchTransferFrom", args }),
    };
  }

  async function compare(terms: Terms, taking: OfferTaking) {
    const { offer, slot } = taking;
    const record = {
      epoch: await chain.offerBook.read.epochOf([offer.seller]),
      cancelled: await chain.offerBook.read.isNonceUsed([offer.seller, offer.nonce]),
      slotTaken: await chain.offerBook.read.isSlotTaken([offerHash(offer, at), BigInt(slot)]),
    };
    const [problem] = checkOffer(terms, taking, record, await chain.now());
    const refusal = await chain.refusalOf(chain.people.buyer, openingBy(terms, taking));
    expect(refusal).toBe(problem?.error ?? null);
  }
});
