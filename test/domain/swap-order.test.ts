import fc from "fast-check";
import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import {
  hasOneWant,
  isSwappable,
  NO_BUNDLE,
  orderId,
  takesPayment,
  type Bundle,
  type SwapOrder,
} from "#domain/swap-order.ts";
import { packTokenId } from "#domain/token-id.ts";
import { account, BUYER, NOW, SELLER, STRANGER } from "./example-deal.ts";

const HOURS = packTokenId({ issuer: STRANGER, unit: "hour", expiry: 0 });
const MINUTES = packTokenId({ issuer: STRANGER, unit: "minute", expiry: 0 });

/** Two of a stranger's hours for something of the maker's. */
const ORDER: SwapOrder = {
  maker: BUYER,
  give: { ids: [packTokenId({ issuer: BUYER, unit: "hour", expiry: 0 })], amounts: [1n] },
  want: { ids: [HOURS], amounts: [2n] },
  issuer: zeroAddress,
  wantMinutes: 0n,
  minExpiry: 0,
  validUntil: NOW,
  nonce: 7n,
  epoch: 0n,
};
const FOR_MINUTES: SwapOrder = { ...ORDER, want: NO_BUNDLE, issuer: STRANGER, wantMinutes: 120n, minExpiry: NOW };

const bundle = (...tokens: [id: bigint, amount: bigint][]): Bundle => ({
  ids: tokens.map(([id]) => id),
  amounts: tokens.map(([, amount]) => amount),
});

describe("a bundle", () => {
  it.each<[string, Bundle]>([
    ["nothing", NO_BUNDLE],
    ["an id without an amount", { ids: [HOURS], amounts: [] }],
    ["an amount of nothing", bundle([HOURS, 0n])],
    ["an id twice", bundle([HOURS, 1n], [HOURS, 1n])],
    ["ids in descending order", bundle([HOURS, 1n], [MINUTES, 1n])],
    ["no token's id", bundle([1n, 1n])],
    ["a promise that has run out", bundle([packTokenId({ issuer: STRANGER, unit: "hour", expiry: NOW }), 1n])],
    ["nine ids", bundle(...Array.from({ length: 9 }, (_, n): [bigint, bigint] => [nth(n), 1n]))],
  ])("of %s cannot be swapped", (_, tokens) => {
    expect(isSwappable(tokens, NOW)).toBe(false);
  });

  it("of one to eight running ids in order can", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (count) => {
        const tokens = Array.from({ length: count }, (_, n): [bigint, bigint] => [nth(n), 1n]);
        expect(isSwappable(bundle(...tokens), NOW)).toBe(true);
      }),
    );
    const running = packTokenId({ issuer: STRANGER, unit: "hour", expiry: NOW + 1 });
    expect(isSwappable(bundle([running, 1n]), NOW)).toBe(true);
  });
});

describe("an order", () => {
  it("asks for one thing, said in one way", () => {
    expect(hasOneWant(ORDER)).toBe(true);
    expect(hasOneWant(FOR_MINUTES)).toBe(true);
    expect(hasOneWant({ ...ORDER, want: NO_BUNDLE })).toBe(false);
    expect(hasOneWant({ ...FOR_MINUTES, wantMinutes: 0n })).toBe(false);
    expect(hasOneWant({ ...FOR_MINUTES, want: ORDER.want })).toBe(false);
    expect(hasOneWant({ ...ORDER, minExpiry: 1 })).toBe(false);
  });

  it("for ids takes exactly those", () => {
    expect(takesPayment(ORDER, bundle([HOURS, 2n]))).toBe(true);
    expect(takesPayment(ORDER, bundle([HOURS, 3n]))).toBe(false);
    expect(takesPayment(ORDER, bundle([MINUTES, 120n]))).toBe(false);
    expect(takesPayment(ORDER, bundle([MINUTES, 1n], [HOURS, 2n]))).toBe(false);
  });

  it("for minutes takes any units of the issuer that last long enough", () => {
    const until = (expiry: number) => bundle([packTokenId({ issuer: STRANGER, unit: "hour", expiry }), 2n]);
    expect(takesPayment(FOR_MINUTES, bundle([MINUTES, 60n], [HOURS, 1n]))).toBe(true);
    expect(takesPayment(FOR_MINUTES, bundle([HOURS, 1n]))).toBe(false);
    expect(takesPayment(FOR_MINUTES, bundle([HOURS, 3n]))).toBe(false);
    expect(takesPayment(FOR_MINUTES, until(NOW))).toBe(true);
    expect(takesPayment(FOR_MINUTES, until(NOW - 1))).toBe(false);
    expect(takesPayment(FOR_MINUTES, bundle([packTokenId({ issuer: SELLER, unit: "hour", expiry: 0 }), 2n]))).toBe(
      false,
    );
  });

  it("is bound to its chain and its contract", () => {
    const ids = [
      { chainId: 1, swap: STRANGER },
      { chainId: 2, swap: STRANGER },
      { chainId: 1, swap: SELLER },
    ].map((at) => orderId(ORDER, at));
    expect(new Set(ids).size).toBe(3);
  });
});

function nth(n: number): bigint {
  return packTokenId({ issuer: account(n + 1), unit: "hour", expiry: 0 });
}
