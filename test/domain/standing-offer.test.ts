import { decodeAbiParameters, recoverTypedDataAddress, zeroAddress, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { issuerProof, issuersRoot } from "#domain/issuer-list.ts";
import { checkOffer, encodeOpeningByOffer, offerHash, type OfferTaking } from "#domain/standing-offer.ts";
import { dealId, encodeOpening, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { STANDING_OFFER_TYPES, standingOfferTypedData, TERMS_TYPES, type StandingOffer } from "#domain/typed-data.ts";
import { account, ARBITER, BUYER, DAY, exampleTerms, HOUR, NOW, SELLER, STRANGER, SYSTEM } from "./example-deal.ts";

const AT = { chainId: 31_337, offerBook: account(0x0b) };
const FRESH = { epoch: 0n, cancelled: false, slotTaken: false };
const LISTED = [STRANGER, ARBITER];

const inHours = (expiry: number, issuer = SELLER) => [packTokenId({ issuer, unit: "hour", expiry })];
const ownTerms = (changes: Partial<Terms> = {}) => exampleTerms({ ids: inHours(0), ...changes });

function exampleOffer(changes: Partial<StandingOffer> = {}): StandingOffer {
  const { seller, arbiter, appealArbiter, reviewWindow, rulingWindow, appealWindow, brief } = exampleTerms();
  return {
    ...{ seller, arbiter, appealArbiter, reviewWindow, rulingWindow, appealWindow, brief },
    arbiterFeeBps: 500,
    silenceSellerBps: 5_000,
    buyer: zeroAddress,
    priceMinutes: 120,
    issuers: issuersRoot(LISTED),
    minExpiry: NOW + 300 * DAY,
    earliestLead: HOUR,
    latestLead: 30 * DAY,
    length: DAY,
    slots: 3,
    validUntil: NOW + 60 * DAY,
    nonce: 7n,
    epoch: 0n,
    ...changes,
  };
}

function takingOf(changes: Partial<StandingOffer> = {}, rest: Partial<OfferTaking> = {}): OfferTaking {
  return { offer: exampleOffer(changes), signature: "0x1234", proofs: [[]], slot: 0, ...rest };
}

function errorsOf(taking: OfferTaking, terms = ownTerms(), record = FRESH, now = NOW): string[] {
  return checkOffer(terms, taking, record, now).map(({ error, field }) => `${error} ${field}`);
}

describe("a standing offer", () => {
  it.each<[string, string, OfferTaking, Terms?, typeof FRESH?]>([
    ["after its last second", "OfferBook_Expired validUntil", takingOf({ validUntil: NOW - 1 })],
    ["called back", "OfferBook_Cancelled nonce", takingOf(), ownTerms(), { ...FRESH, cancelled: true }],
    ["of an earlier epoch", "OfferBook_OldEpoch epoch", takingOf(), ownTerms(), { ...FRESH, epoch: 1n }],
    ["made to another", "OfferBook_NotForBuyer buyer", takingOf({ buyer: STRANGER })],
    [
      "of another seller",
      "OfferBook_TermsDiffer seller",
      takingOf({ seller: ARBITER }),
      ownTerms({ ids: inHours(0, ARBITER) }),
    ],
    ["with other words", "OfferBook_TermsDiffer brief", takingOf({ brief: account(1) })],
    ["of another fee", "OfferBook_TermsDiffer arbiterFeeBps", takingOf({ arbiterFeeBps: 499 })],
    ["of another length", "OfferBook_TermsDiffer length", takingOf({ length: DAY - 1 })],
    ["too soon", "OfferBook_BadStart earliestLead", takingOf({ earliestLead: DAY + 1 })],
    ["too late", "OfferBook_BadStart latestLead", takingOf({ latestLead: DAY - 1 })],
    ["without proofs", "OfferBook_BadProofs issuers", takingOf({}, { proofs: [] })],
    ["paid in another's", "OfferBook_IssuerNotAllowed issuers", takingOf(), ownTerms({ ids: inHours(0, STRANGER) })],
    [
      "paid in what lapses too soon",
      "OfferBook_ExpiresTooSoon minExpiry",
      takingOf(),
      ownTerms({ ids: inHours(NOW + 300 * DAY - 1) }),
    ],
    ["for less", "OfferBook_WrongPrice priceMinutes", takingOf({ priceMinutes: 121 })],
    ["with fewer slots", "OfferBook_NoSuchSlot slots", takingOf({}, { slot: 3 })],
    ["taken before", "OfferBook_SlotUsed slots", takingOf(), ownTerms(), { ...FRESH, slotTaken: true }],
  ])("is refused %s", (_why, problem, taking, terms = ownTerms(), record = FRESH) => {
    expect(errorsOf(taking, terms, record)).toEqual([problem]);
  });

  it("is taken at every limit", () => {
    expect(errorsOf(takingOf())).toEqual([]);
    expect(errorsOf(takingOf({ buyer: BUYER, validUntil: NOW }, { slot: 2 }))).toEqual([]);
    expect(errorsOf(takingOf({ earliestLead: DAY, latestLead: DAY }))).toEqual([]);
    expect(errorsOf(takingOf(), ownTerms({ ids: inHours(NOW + 300 * DAY) }))).toEqual([]);
    expect(errorsOf(takingOf({ minExpiry: 0 }), ownTerms({ ids: inHours(NOW + 1) }))).toEqual([]);
    expect(errorsOf(takingOf(), ownTerms({ acceptBy: NOW, salt: account(5) }))).toEqual([]);
  });

  it("takes the promises of those in its list", () => {
    const proofs = [issuerProof(LISTED, STRANGER)];
    expect(errorsOf(takingOf({}, { proofs }), ownTerms({ ids: inHours(0, STRANGER) }))).toEqual([]);
    expect(errorsOf(takingOf({ issuers: zeroHash }, { proofs }), ownTerms({ ids: inHours(0, STRANGER) }))).toEqual([
      "OfferBook_IssuerNotAllowed issuers",
    ]);
  });

  it("has a hash of its own on every chain and in every book", () => {
    const hashes = [
      offerHash(exampleOffer(), AT),
      offerHash(exampleOffer({ nonce: 8n }), AT),
      offerHash(exampleOffer(), { ...AT, chainId: 1 }),
      offerHash(exampleOffer(), { ...AT, offerBook: account(1) }),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it("is signed as what its hash is the digest of", async () => {
    const signer = privateKeyToAccount(generatePrivateKey());
    const typed = standingOfferTypedData(exampleOffer({ seller: signer.address }), AT);
    const signature = await signer.signTypedData(typed);
    expect(await recoverTypedDataAddress({ ...typed, signature })).toBe(signer.address);
  });

  it("opens a deal as (terms, signed offer, slot), which no opening by signature begins like", () => {
    const data = encodeOpeningByOffer(ownTerms(), takingOf({}, { slot: 2 }));
    const [terms, signedOffer, slot] = decodeAbiParameters(
      [{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }, { type: "uint256" }],
      data,
    );
    const [offer, signature, proofs] = decodeAbiParameters(
      [{ type: "tuple", components: STANDING_OFFER_TYPES.StandingOffer }, { type: "bytes" }, { type: "bytes32[][]" }],
      signedOffer,
    );
    const at = { chainId: AT.chainId, escrow: SYSTEM.escrow };
    expect(dealId(terms, at)).toBe(dealId(ownTerms(), at));
    expect(offerHash(offer, AT)).toBe(offerHash(exampleOffer(), AT));
    expect([signature, proofs, slot]).toEqual(["0x1234", [[]], 2n]);
    expect(BigInt(data.slice(0, 66))).toBe(0x60n);
    expect(BigInt(encodeOpening(ownTerms(), "0x1234").slice(0, 66))).toBe(0x40n);
  });
});
