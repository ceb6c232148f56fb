import fc from "fast-check";
import type { Address } from "viem";
import { describe, expect, it } from "vitest";
import { choosePayment, type Holding, type PaymentRequest } from "#domain/payment.ts";
import { potMinutes } from "#domain/split.ts";
import { checkTerms, latestOpenSecond } from "#domain/terms.ts";
import { minutesPerToken, packTokenId } from "#domain/token-id.ts";
import { UNITS, type Unit } from "#domain/units.ts";
import { account, DAY, exampleTerms, NOW, SELLER, STRANGER, SYSTEM } from "./example-deal.ts";

const TERMS = exampleTerms();
const LONG_ENOUGH = latestOpenSecond(TERMS) + 7 * DAY;

function holding(amount: number, unit: Unit, issuer = STRANGER, expiry = 0): Holding {
  return { tokenId: packTokenId({ issuer, unit, expiry }), amount: BigInt(amount) };
}

function ask(minutes: number, welcome: "own" | "anyone" = "anyone"): PaymentRequest {
  const isWelcome = (issuer: Address) => welcome === "anyone" || issuer === SELLER;
  return { minutes, seller: SELLER, isWelcome, terms: TERMS };
}

describe("choosing a payment", () => {
  it("says what is missing, leaving out what is not welcome or runs out too soon", () => {
    const holdings = [holding(1, "hour"), holding(30, "minute", SELLER), holding(9, "hour", SELLER, LONG_ENOUGH - 1)];
    expect(choosePayment(holdings, ask(120))).toEqual({ kind: "missing", missingMinutes: 30 });
    expect(choosePayment(holdings, ask(120, "own"))).toEqual({ kind: "missing", missingMinutes: 90 });
    expect(choosePayment([], ask(1))).toEqual({ kind: "missing", missingMinutes: 1 });
  });

  it("says where the units do not make the price", () => {
    expect(choosePayment([holding(1, "day"), holding(20, "minute")], ask(30))).toEqual({ kind: "inexact" });
  });

  it("says where it would take more than eight ids", () => {
    const holdings = Array.from({ length: 9 }, (_, n) => holding(1, "hour", account(n + 1)));
    expect(choosePayment(holdings, ask(540))).toEqual({ kind: "scattered" });
    expect(choosePayment([...holdings, holding(60, "minute")], ask(480)).kind).toBe("exact");
  });

  it("prefers the seller's own promises, then what runs out soonest, then what never does", () => {
    const own = holding(1, "hour", SELLER);
    const soon = holding(1, "hour", STRANGER, LONG_ENOUGH);
    const later = holding(1, "hour", STRANGER, LONG_ENOUGH + 1);
    const never = holding(1, "hour", STRANGER);
    const holdings = [never, later, soon, own];
    const chosen = [60, 120, 180, 240].map((minutes) => {
      const choice = choosePayment(holdings, ask(minutes));
      return choice.kind === "exact" ? new Set(choice.ids) : null;
    });
    expect(chosen[0]).toEqual(new Set([own.tokenId]));
    expect(chosen[1]).toEqual(new Set([own, soon].map(({ tokenId }) => tokenId)));
    expect(chosen[2]).toEqual(new Set([own, soon, later].map(({ tokenId }) => tokenId)));
    expect(chosen[3]).toEqual(new Set(holdings.map(({ tokenId }) => tokenId)));
  });

  it("leaves a preferred holding alone where using it would miss the price", () => {
    const choice = choosePayment([holding(30, "minute", SELLER), holding(2, "hour")], ask(120));
    expect(choice).toMatchObject({ kind: "exact", amounts: [2n] });
  });

  it("turns to few large holdings where the preferred ones are too many", () => {
    const small = Array.from({ length: 9 }, (_, n) => holding(1, "hour", account(n + 1), LONG_ENOUGH + n));
    const choice = choosePayment([...small, holding(9, "hour")], ask(540));
    expect(choice).toEqual({ kind: "exact", ids: [holding(9, "hour").tokenId], amounts: [9n] });
  });

  it("pays exactly, in terms the escrow takes, wherever brute force finds a way", () => {
    const anyHoldings = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(SELLER, STRANGER),
        fc.constantFrom(...UNITS),
        fc.constantFrom(0, LONG_ENOUGH),
        fc.nat(3),
      ),
      { maxLength: 6, selector: ([issuer, unit, expiry]) => `${issuer}${unit}${expiry}` },
    );
    fc.assert(
      fc.property(anyHoldings, fc.nat(1_600), (rows, price) => {
        const minutes = price + 1;
        const holdings = rows.map(([issuer, unit, expiry, amount]) => holding(amount, unit, issuer, expiry));
        const choice = choosePayment(holdings, ask(minutes));
        expect(choice.kind === "exact").toBe(sums(holdings).has(minutes));
        if (choice.kind !== "exact") return;
        expect(potMinutes(choice).reduce((sum, part) => sum + part, 0)).toBe(minutes);
        expect(checkTerms({ ...TERMS, ...choice }, NOW, SYSTEM)).toEqual([]);
      }),
    );
  });
});

/** Every price these holdings can make. */
function sums(holdings: readonly Holding[]): Set<number> {
  return holdings.reduce(
    (before, { tokenId, amount }) => {
      const parts = Array.from({ length: Number(amount) + 1 }, (_, count) => count * minutesPerToken(tokenId));
      return new Set([...before].flatMap((sum) => parts.map((part) => sum + part)));
    },
    new Set([0]),
  );
}
