import type { Address, Hex, TypedDataDefinition } from "viem";

/** The escrow on one chain: what every deal and every consent about one is bound to. */
export type EscrowAt = { chainId: number; escrow: Address };

/** The other party's consent to close a deal by a split (EIP-712). */
export type Settlement = {
  dealId: Hex;
  /** The seller's minutes of each id. */
  sellerMinutes: readonly bigint[];
  /** Hash of the standing ruling (`rulingHash`), or 32 zero bytes where there is none. */
  ruling: Hex;
  nonce: bigint;
  /** The consent's last second. */
  validUntil: number;
};

/** The other party's consent that a deal goes on under new terms (EIP-712). */
export type Amendment = { dealId: Hex; newDealId: Hex };

/** What one side says of the other (EIP-712). */
export type Rating = {
  dealId: Hex;
  rater: Address;
  /** One to five. */
  stars: number;
  /** Salted commitment to the words; 32 zero bytes for none. */
  comment: Hex;
};

/** A holder's consent to swap a running promise for a later one (EIP-712). */
export type Renewal = {
  holder: Address;
  id: bigint;
  amount: bigint;
  /** 0 for never. */
  newExpiry: number;
  nonce: bigint;
  /** The consent's last second. */
  validUntil: number;
};

/** A seller's standing consent to deals: signed once, taken slot by slot (EIP-712). Seconds and unix seconds. */
export type StandingOffer = {
  /** Gives time. */
  seller: Address;
  /** Who may take it; the zero address for anyone. */
  buyer: Address;
  arbiter: Address;
  appealArbiter: Address;
  reviewWindow: number;
  rulingWindow: number;
  appealWindow: number;
  arbiterFeeBps: number;
  silenceSellerBps: number;
  /** What a slot costs: the payment is worth exactly this. */
  priceMinutes: number;
  /** Root of the list of issuers taken besides the seller (`issuersRoot`); 32 zero bytes for none. */
  issuers: Hex;
  /** The payment's ids never lapse, or not before this second; 0 where any will do. */
  minExpiry: number;
  brief: Hex;
  /** Least time between the opening and deliverFrom. */
  earliestLead: number;
  /** Most time between the opening and deliverFrom. */
  latestLead: number;
  /** From deliverFrom to deliverBy. */
  length: number;
  /** How many deals it is good for, numbered from zero. */
  slots: number;
  /** Its last second. */
  validUntil: number;
  /** Cancelling it cancels every offer of the seller that bears it. */
  nonce: bigint;
  /** The seller's epoch at the signing; a later epoch cancels it. */
  epoch: bigint;
};

/** The offer book on one chain: what every standing offer is bound to. */
export type OfferBookAt = { chainId: number; offerBook: Address };

/** The EIP-712 type of `Terms`: fields and order of the Solidity struct. */
export const TERMS_TYPES = {
  Terms: [
    { name: "buyer", type: "address" },
    { name: "seller", type: "address" },
    { name: "arbiter", type: "address" },
    { name: "appealArbiter", type: "address" },
    { name: "ids", type: "uint256[]" },
    { name: "amounts", type: "uint256[]" },
    { name: "acceptBy", type: "uint40" },
    { name: "deliverFrom", type: "uint40" },
    { name: "deliverBy", type: "uint40" },
    { name: "reviewWindow", type: "uint32" },
    { name: "rulingWindow", type: "uint32" },
    { name: "appealWindow", type: "uint32" },
    { name: "arbiterFeeBps", type: "uint16" },
    { name: "silenceSellerBps", type: "uint16" },
    { name: "brief", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
} as const;

type SignedTerms = TypedDataDefinition<typeof TERMS_TYPES, "Terms">["message"];

const SETTLEMENT_TYPES = {
  Settlement: [
    { name: "dealId", type: "bytes32" },
    { name: "sellerMinutes", type: "uint256[]" },
    { name: "ruling", type: "bytes32" },
    { name: "nonce", type: "uint256" },
    { name: "validUntil", type: "uint40" },
  ],
} as const;

const AMENDMENT_TYPES = {
  Amendment: [
    { name: "dealId", type: "bytes32" },
    { name: "newDealId", type: "bytes32" },
  ],
} as const;

const RATING_TYPES = {
  Rating: [
    { name: "dealId", type: "bytes32" },
    { name: "rater", type: "address" },
    { name: "stars", type: "uint8" },
    { name: "comment", type: "bytes32" },
  ],
} as const;

const RENEWAL_TYPES = {
  Renewal: [
    { name: "holder", type: "address" },
    { name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
    { name: "newExpiry", type: "uint40" },
    { name: "nonce", type: "uint256" },
    { name: "validUntil", type: "uint40" },
  ],
} as const;

/** The EIP-712 type of `StandingOffer`: fields and order of the Solidity struct. */
export const STANDING_OFFER_TYPES = {
  StandingOffer: [
    { name: "seller", type: "address" },
    { name: "buyer", type: "address" },
    { name: "arbiter", type: "address" },
    { name: "appealArbiter", type: "address" },
    { name: "reviewWindow", type: "uint32" },
    { name: "rulingWindow", type: "uint32" },
    { name: "appealWindow", type: "uint32" },
    { name: "arbiterFeeBps", type: "uint16" },
    { name: "silenceSellerBps", type: "uint16" },
    { name: "priceMinutes", type: "uint32" },
    { name: "issuers", type: "bytes32" },
    { name: "minExpiry", type: "uint40" },
    { name: "brief", type: "bytes32" },
    { name: "earliestLead", type: "uint32" },
    { name: "latestLead", type: "uint32" },
    { name: "length", type: "uint32" },
    { name: "slots", type: "uint32" },
    { name: "validUntil", type: "uint40" },
    { name: "nonce", type: "uint256" },
    { name: "epoch", type: "uint256" },
  ],
} as const;

/** The seller signs this to have a deal open Active at once. */
export function termsTypedData(terms: SignedTerms, { chainId, escrow }: EscrowAt) {
  return {
    domain: domainOf("TimeEscrow", chainId, escrow),
    types: TERMS_TYPES,
    primaryType: "Terms" as const,
    message: terms,
  };
}

/** The party that does not send `settle` signs this. */
export function settlementTypedData(settlement: Settlement, { chainId, escrow }: EscrowAt) {
  return {
    domain: domainOf("TimeEscrow", chainId, escrow),
    types: SETTLEMENT_TYPES,
    primaryType: "Settlement" as const,
    message: settlement,
  };
}

/** The party that does not send `amend` signs this. */
export function amendmentTypedData(amendment: Amendment, { chainId, escrow }: EscrowAt) {
  return {
    domain: domainOf("TimeEscrow", chainId, escrow),
    types: AMENDMENT_TYPES,
    primaryType: "Amendment" as const,
    message: amendment,
  };
}

/** The seller signs this once; whoever pays the price takes a slot of it. */
export function standingOfferTypedData(offer: StandingOffer, { chainId, offerBook }: OfferBookAt) {
  return {
    domain: domainOf("OfferBook", chainId, offerBook),
    types: STANDING_OFFER_TYPES,
    primaryType: "StandingOffer" as const,
    message: offer,
  };
}

/** A party signs this when somebody else publishes its rating. */
export function ratingTypedData(rating: Rating, at: { chainId: number; ratingBook: Address }) {
  return {
    domain: domainOf("RatingBook", at.chainId, at.ratingBook),
    types: RATING_TYPES,
    primaryType: "Rating" as const,
    message: rating,
  };
}

/** The holder signs this to let the issuer renew a promise that still runs. */
export function renewalTypedData(renewal: Renewal, at: { chainId: number; token: Address }) {
  return {
    domain: domainOf("TimeToken", at.chainId, at.token),
    types: RENEWAL_TYPES,
    primaryType: "Renewal" as const,
    message: renewal,
  };
}

function domainOf(
  name: "TimeToken" | "TimeEscrow" | "RatingBook" | "OfferBook",
  chainId: number,
  verifyingContract: Address,
) {
  return { name, version: "1", chainId, verifyingContract };
}
