import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasLapsed, InvalidTokenId, isTokenId, minutesPerToken, packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { UNITS, type Unit } from "#domain/units.ts";
import { account } from "./example-deal.ts";

const anyParts = fc.record({
  issuer: fc.bigInt({ min: 1n, max: 2n ** 160n - 1n }).map(account),
  unit: fc.constantFrom(...UNITS),
  expiry: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
});

describe("a token id", () => {
  const issuer = account(7);

  it.each([
    ["the zero address", { issuer: account(0), unit: "hour" as const, expiry: 0 }],
    ["an unknown unit", { issuer, unit: "week" as Unit, expiry: 0 }],
    ["a negative expiry", { issuer, unit: "hour" as const, expiry: -1 }],
    ["an expiry beyond forty bits", { issuer, unit: "hour" as const, expiry: 2 ** 40 }],
    ["half a second", { issuer, unit: "hour" as const, expiry: 0.5 }],
  ])("refuses to be packed from %s", (_why, parts) => {
    expect(() => packTokenId(parts)).toThrow(InvalidTokenId);
  });

  it.each([
    ["zero", 0n],
    ["no issuer", 1n << 88n],
    ["unit number 3", (7n << 96n) | (3n << 88n)],
    ["low bits set", (7n << 96n) | 1n],
    ["more than 256 bits", 1n << 256n],
    ["a negative number", -1n],
  ])("refuses to be read from %s", (_why, id) => {
    expect(() => unpackTokenId(id)).toThrow(InvalidTokenId);
    expect(isTokenId(id)).toBe(false);
  });

  it("gives back what it was packed from", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        expect(unpackTokenId(packTokenId(parts))).toEqual(parts);
      }),
    );
  });

  it("has one id for each promise and one promise for each id", () => {
    const anyId = fc.tuple(anyParts, anyParts).filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b));
    fc.assert(fc.property(anyId, ([a, b]) => packTokenId(a) !== packTokenId(b)));
  });

  it("lapses from the second of its expiry on, and never where that is zero", () => {
    const id = packTokenId({ issuer, unit: "day", expiry: 1_000 });
    expect([999, 1_000, 1_001].map((now) => hasLapsed(id, now))).toEqual([false, true, true]);
    expect(hasLapsed(packTokenId({ issuer, unit: "day", expiry: 0 }), 2 ** 40)).toBe(false);
  });

  it("knows what one token is worth", () => {
    const worth = UNITS.map((unit) => minutesPerToken(packTokenId({ issuer, unit, expiry: 0 })));
    expect(worth).toEqual([1, 60, 1_440]);
  });
});
