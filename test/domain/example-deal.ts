import fc from "fast-check";
import { pad, toHex, zeroHash, type Address } from "viem";
import type { DealState } from "#domain/deal-state.ts";
import { DEFAULT_TERMS, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { UNITS } from "#domain/units.ts";

export const HOUR = 3_600;
export const DAY = 24 * HOUR;
export const NOW = 1_800_000_000;

/** @returns the `n`th of many distinct accounts. */
export function account(n: number | bigint): Address {
  return pad(toHex(n), { size: 20 });
}

export const BUYER = account(0xb1);
export const SELLER = account(0x5e);
export const ARBITER = account(0xa1);
export const APPEAL_ARBITER = account(0xa2);
export const STRANGER = account(0x99);
export const SYSTEM = { escrow: account(0xe5), token: account(0x70), forwarder: account(0xf0) };

/** Good terms, opened at NOW: two hours of a stranger's promise, to be given tomorrow. */
export function exampleTerms(changes: Partial<Terms> = {}): Terms {
  return {
    buyer: BUYER,
    seller: SELLER,
    arbiter: ARBITER,
    appealArbiter: APPEAL_ARBITER,
    ids: [packTokenId({ issuer: STRANGER, unit: "hour", expiry: 0 })],
    amounts: [2n],
    acceptBy: NOW + 2 * HOUR,
    deliverFrom: NOW + DAY,
    deliverBy: NOW + 2 * DAY,
    ...DEFAULT_TERMS,
    brief: zeroHash,
    salt: zeroHash,
    ...changes,
  };
}

/** A deal as the index has it; by default just opened with the seller's signature. */
export function exampleDeal(changes: Partial<DealState> = {}): DealState {
  return { status: "active", outcome: null, since: NOW + DAY, rateable: false, ruling: null, ...changes };
}

/** One to eight ids that never lapse, with what an issuer could have promised. */
export const anyPayment: fc.Arbitrary<Pick<Terms, "ids" | "amounts">> = fc
  .uniqueArray(
    fc.record({
      issuer: fc.constantFrom(SELLER, BUYER, STRANGER, ARBITER),
      unit: fc.constantFrom(...UNITS),
      amount: fc.bigInt({ min: 1n, max: 41n }),
    }),
    { minLength: 1, maxLength: 8, selector: ({ issuer, unit }) => issuer + unit },
  )
  .map((positions) =>
    positions.map(({ issuer, unit, amount }) => ({ id: packTokenId({ issuer, unit, expiry: 0 }), amount })),
  )
  .map((positions) => positions.sort((a, b) => (a.id < b.id ? -1 : 1)))
  .map((positions) => ({ ids: positions.map(({ id }) => id), amounts: positions.map(({ amount }) => amount) }));
