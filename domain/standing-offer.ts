import { encodeAbiParameters, hashTypedData, type Hex } from "viem";
import { isNobody, sameAddress } from "./address.ts";
import { isProvenIssuer } from "./issuer-list.ts";
import type { Terms } from "./terms.ts";
import { hasLapsed, unpackTokenId } from "./token-id.ts";
import {
  STANDING_OFFER_TYPES,
  standingOfferTypedData,
  TERMS_TYPES,
  type OfferBookAt,
  type StandingOffer,
} from "./typed-data.ts";
import { toMinutes } from "./units.ts";

/** What a buyer brings, besides the terms, to open a deal by a standing offer. */
export type OfferTaking = {
  offer: StandingOffer;
  /** The seller's, of the offer. */
  signature: Hex;
  /** For each id of the payment that its issuer is in the offer's list; empty for the seller's own promises. */
  proofs: readonly (readonly Hex[])[];
  slot: number;
};

/** What the offer book knows of an offer and its seller. */
export type OfferRecord = {
  /** The seller's epoch now. */
  epoch: bigint;
  /** Whether the seller cancelled the offer's nonce. */
  cancelled: boolean;
  /** Whether the slot was taken before. */
  slotTaken: boolean;
};

/** One reason why the offer book would refuse to let a deal open. */
export type OfferProblem = {
  /** Name of the contract's error. */
  error:
    | "OfferBook_Expired"
    | "OfferBook_Cancelled"
    | "OfferBook_OldEpoch"
    | "OfferBook_NotForBuyer"
    | "OfferBook_TermsDiffer"
    | "OfferBook_BadStart"
    | "OfferBook_BadProofs"
    | "OfferBook_IssuerNotAllowed"
    | "OfferBook_ExpiresTooSoon"
    | "OfferBook_WrongPrice"
    | "OfferBook_NoSuchSlot"
    | "OfferBook_SlotUsed";
  /** Which field of the offer it is about. */
  field: keyof StandingOffer;
};

/** What terms and offer must have in common, besides the length. */
const SHARED_FIELDS = [
  "seller",
  "arbiter",
  "appealArbiter",
  "reviewWindow",
  "rulingWindow",
  "appealWindow",
  "arbiterFeeBps",
  "silenceSellerBps",
  "brief",
] as const satisfies (keyof StandingOffer & keyof Terms)[];

/** @returns the full EIP-712 digest of the offer, bound to chain and offer book: what its seller signs. */
export function offerHash(offer: StandingOffer, at: OfferBookAt): Hex {
  return hashTypedData(standingOfferTypedData(offer, at));
}

/** The `data` that goes with the payment and opens the deal, Active, by a standing offer. */
export function encodeOpeningByOffer(terms: Terms, { offer, signature, proofs, slot }: OfferTaking): Hex {
  const signedOffer = encodeAbiParameters(
    [{ type: "tuple", components: STANDING_OFFER_TYPES.StandingOffer }, { type: "bytes" }, { type: "bytes32[][]" }],
    [offer, signature, proofs],
  );
  return encodeAbiParameters(
    [{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }, { type: "uint256" }],
    [terms, signedOffer, BigInt(slot)],
  );
}

/**
 * Checks whether the offer stands for a deal as the offer book does; its signature, and the terms themselves
 * (`checkTerms`), are checked apart.
 * @param now unix second of the block that would open the deal
 * @returns every problem, in the order in which the book checks; empty where the slot is there to be taken
 */
export function checkOffer(terms: Terms, taking: OfferTaking, record: OfferRecord, now: number): OfferProblem[] {
  const { offer } = taking;
  return [
    ...checkStanding(offer, record, now),
    ...checkShared(offer, terms),
    ...checkStart(offer, terms, now),
    ...checkPayment(offer, terms, taking.proofs),
    ...checkSlot(taking, record),
  ];
}

function checkStanding(offer: StandingOffer, { cancelled, epoch }: OfferRecord, now: number): OfferProblem[] {
  const problems: OfferProblem[] = [];
  if (now > offer.validUntil) problems.push({ error: "OfferBook_Expired", field: "validUntil" });
  if (cancelled) problems.push({ error: "OfferBook_Cancelled", field: "nonce" });
  if (offer.epoch !== epoch) problems.push({ error: "OfferBook_OldEpoch", field: "epoch" });
  return problems;
}

function checkShared(offer: StandingOffer, terms: Terms): OfferProblem[] {
  const problems: OfferProblem[] = [];
  if (!isNobody(offer.buyer) && !sameAddress(offer.buyer, terms.buyer))
    problems.push({ error: "OfferBook_NotForBuyer", field: "buyer" });
  for (const field of SHARED_FIELDS) {
    if (String(offer[field]).toLowerCase() !== String(terms[field]).toLowerCase())
      problems.push({ error: "OfferBook_TermsDiffer", field });
  }
  if (terms.deliverFrom + offer.length !== terms.deliverBy)
    problems.push({ error: "OfferBook_TermsDiffer", field: "length" });
  return problems;
}

function checkStart(offer: StandingOffer, { deliverFrom }: Terms, now: number): OfferProblem[] {
  if (deliverFrom < now + offer.earliestLead) return [{ error: "OfferBook_BadStart", field: "earliestLead" }];
  return deliverFrom > now + offer.latestLead ? [{ error: "OfferBook_BadStart", field: "latestLead" }] : [];
}

function checkPayment(offer: StandingOffer, { ids, amounts }: Terms, proofs: OfferTaking["proofs"]): OfferProblem[] {
  if (proofs.length !== ids.length) return [{ error: "OfferBook_BadProofs", field: "issuers" }];
  const problems = ids.flatMap((id, index): OfferProblem[] => checkId(offer, id, proofs[index]!));
  const paid = ids.reduce((sum, id, index) => sum + toMinutes(amounts[index]!, unpackTokenId(id).unit), 0);
  return paid === offer.priceMinutes
    ? problems
    : [...problems, { error: "OfferBook_WrongPrice", field: "priceMinutes" }];
}

function checkId(offer: StandingOffer, id: bigint, proof: readonly Hex[]): OfferProblem[] {
  const { issuer } = unpackTokenId(id);
  const taken = sameAddress(issuer, offer.seller) || isProvenIssuer(offer.issuers, issuer, proof);
  const problems: OfferProblem[] = taken ? [] : [{ error: "OfferBook_IssuerNotAllowed", field: "issuers" }];
  return hasLapsed(id, offer.minExpiry - 1)
    ? [...problems, { error: "OfferBook_ExpiresTooSoon", field: "minExpiry" }]
    : problems;
}

function checkSlot({ offer, slot }: OfferTaking, { slotTaken }: OfferRecord): OfferProblem[] {
  if (slot < 0 || slot >= offer.slots) return [{ error: "OfferBook_NoSuchSlot", field: "slots" }];
  return slotTaken ? [{ error: "OfferBook_SlotUsed", field: "slots" }] : [];
}
