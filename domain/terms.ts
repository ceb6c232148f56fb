import { encodeAbiParameters, hashTypedData, type Address, type Hex } from "viem";
import { isNobody, sameAddress } from "./address.ts";
import { hasLapsed, isTokenId } from "./token-id.ts";
import { TERMS_TYPES, termsTypedData, type EscrowAt } from "./typed-data.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Everything buyer and seller agree on, as the contract's struct. Instants are unix seconds, windows seconds. */
export type Terms = {
  /** Pays tokens. */
  buyer: Address;
  /** Gives time. */
  seller: Address;
  /** Rules when the buyer disputes. */
  arbiter: Address;
  /** Rules on appeal, or when the arbiter is silent; the zero address for none. */
  appealArbiter: Address;
  /** Token ids of the payment, strictly ascending, one to eight. */
  ids: readonly bigint[];
  /** Amounts of `ids`, each in its id's unit, above zero. */
  amounts: readonly bigint[];
  /** The last second to accept; also the seller's signature's last second. */
  acceptBy: number;
  /** The first second to deliver: the start of the slot. */
  deliverFrom: number;
  /** The last second to deliver. */
  deliverBy: number;
  /** The buyer's time to confirm or dispute. */
  reviewWindow: number;
  /** Each arbiter's time to rule. */
  rulingWindow: number;
  /** Either party's time to appeal. */
  appealWindow: number;
  /** An arbiter's fee for a ruling in time, in hundredths of a percent of the pot. */
  arbiterFeeBps: number;
  /** The seller's part if every arbiter stays silent, in hundredths of a percent. */
  silenceSellerBps: number;
  /** Salted commitment to what was agreed in words. */
  brief: Hex;
  /** 32 bytes that make equal terms distinct. */
  salt: Hex;
};

/** How long each stage of a deal lasts at most. */
export type Windows = Pick<Terms, "appealArbiter" | "reviewWindow" | "rulingWindow" | "appealWindow">;

/** What a deal runs by unless its parties choose otherwise. */
export const DEFAULT_TERMS = {
  reviewWindow: 3 * DAY,
  rulingWindow: 5 * DAY,
  appealWindow: 3 * DAY,
  arbiterFeeBps: 500,
  silenceSellerBps: 5_000,
} as const satisfies Partial<Terms>;

/** What the escrow lets terms be. Seconds and hundredths of a percent. */
export const TERMS_LIMITS = {
  shortestDelivery: HOUR,
  longestLead: 730 * DAY,
  shortestWindow: HOUR,
  longestWindow: 90 * DAY,
  mostFeeBps: 2_000,
  mostSilenceBps: 10_000,
  mostIds: 8,
  /** An id must outlive the deal's latest open second by this. */
  expiryMargin: 7 * DAY,
} as const;

/** Contracts that cannot be a party or an arbiter of a deal. */
export type SystemContracts = { escrow: Address; token: Address; forwarder: Address };

/** One reason why the escrow would refuse terms. */
export type TermsProblem = {
  /** Name of the contract's error. */
  error:
    | "TimeEscrow_BadRoles"
    | "TimeEscrow_BadPayment"
    | "TimeEscrow_AcceptByPassed"
    | "TimeEscrow_BadDeliverBy"
    | "TimeEscrow_BadWindow"
    | "TimeEscrow_BadBps"
    | "TimeEscrow_ExpiresTooSoon";
  /** Which field of the terms it is about. */
  field: keyof Terms;
  /** The error's numbers, under their names in the contract. */
  args: Record<string, number | bigint>;
};

/** @returns the deal's id: the full EIP-712 digest of its terms, bound to chain and contract. */
export function dealId(terms: Terms, at: EscrowAt): Hex {
  return hashTypedData(termsTypedData(terms, at));
}

/**
 * The `data` that goes with the payment and opens the deal.
 * @param signature the seller's, of the terms; `0x` opens the deal Pending
 */
export function encodeOpening(terms: Terms, signature: Hex): Hex {
  return encodeAbiParameters([{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }], [terms, signature]);
}

/** @returns seconds from deliverBy to the last second a deal with these windows can still be open. */
export function longestAftermath({ appealArbiter, reviewWindow, rulingWindow, appealWindow }: Windows): number {
  return reviewWindow + rulingWindow + (isNobody(appealArbiter) ? 0 : appealWindow + rulingWindow);
}

/** @returns the last second the deal can still be open, if every stage takes as long as it may. */
export function latestOpenSecond(terms: Windows & Pick<Terms, "deliverBy">): number {
  return terms.deliverBy + longestAftermath(terms);
}

/**
 * Checks terms as the escrow does when a deal opens or is amended.
 * @param now unix second of the block that would open the deal
 * @returns every problem, in the order in which the escrow checks; empty where the terms are good
 */
export function checkTerms(terms: Terms, now: number, system: SystemContracts): TermsProblem[] {
  return [
    ...checkRoles(terms, system),
    ...checkWindows(terms),
    ...checkBps(terms),
    ...checkPayment(terms),
    ...checkTimes(terms, now),
    ...checkExpiries(terms),
  ];
}

function checkRoles(terms: Terms, system: SystemContracts): TermsProblem[] {
  const taken: Address[] = [system.escrow, system.token, system.forwarder];
  const problems: TermsProblem[] = [];
  for (const field of ["buyer", "seller", "arbiter", "appealArbiter"] as const) {
    const role = terms[field];
    if (isNobody(role)) {
      if (field !== "appealArbiter") problems.push({ error: "TimeEscrow_BadRoles", field, args: {} });
    } else if (taken.some((other) => sameAddress(other, role))) {
      problems.push({ error: "TimeEscrow_BadRoles", field, args: {} });
    }
    taken.push(role);
  }
  return problems;
}

function checkTimes({ acceptBy, deliverFrom, deliverBy }: Terms, now: number): TermsProblem[] {
  const problems: TermsProblem[] = [];
  if (now > acceptBy)
    problems.push({ error: "TimeEscrow_AcceptByPassed", field: "acceptBy", args: { acceptBy, time: now } });
  const earliest = Math.max(acceptBy, deliverFrom) + TERMS_LIMITS.shortestDelivery;
  const latest = now + TERMS_LIMITS.longestLead;
  if (deliverBy < earliest || deliverBy > latest)
    problems.push({ error: "TimeEscrow_BadDeliverBy", field: "deliverBy", args: { deliverBy, earliest, latest } });
  return problems;
}

function checkWindows(terms: Terms): TermsProblem[] {
  const fields = ["reviewWindow", "rulingWindow", "appealWindow"] as const;
  return fields
    .filter((field) => terms[field] < TERMS_LIMITS.shortestWindow || terms[field] > TERMS_LIMITS.longestWindow)
    .map((field) => ({ error: "TimeEscrow_BadWindow", field, args: { window: terms[field] } }));
}

function checkBps({ arbiterFeeBps, silenceSellerBps }: Terms): TermsProblem[] {
  const problems: TermsProblem[] = [];
  if (arbiterFeeBps > TERMS_LIMITS.mostFeeBps)
    problems.push({ error: "TimeEscrow_BadBps", field: "arbiterFeeBps", args: { bps: arbiterFeeBps } });
  if (silenceSellerBps > TERMS_LIMITS.mostSilenceBps)
    problems.push({ error: "TimeEscrow_BadBps", field: "silenceSellerBps", args: { bps: silenceSellerBps } });
  return problems;
}

function checkPayment({ ids, amounts }: Terms): TermsProblem[] {
  if (ids.length === 0 || ids.length > TERMS_LIMITS.mostIds || ids.length !== amounts.length)
    return [{ error: "TimeEscrow_BadPayment", field: "ids", args: { index: ids.length } }];
  return ids.flatMap((id, index): TermsProblem[] => {
    const previous = ids[index - 1];
    if (!isTokenId(id) || (previous !== undefined && id <= previous))
      return [{ error: "TimeEscrow_BadPayment", field: "ids", args: { index } }];
    return amounts[index] === 0n ? [{ error: "TimeEscrow_BadPayment", field: "amounts", args: { index } }] : [];
  });
}

function checkExpiries(terms: Terms): TermsProblem[] {
  const needed = latestOpenSecond(terms) + TERMS_LIMITS.expiryMargin;
  return terms.ids
    .filter((id) => isTokenId(id) && hasLapsed(id, needed - 1))
    .map((id) => ({ error: "TimeEscrow_ExpiresTooSoon", field: "ids", args: { id, needed } }));
}
