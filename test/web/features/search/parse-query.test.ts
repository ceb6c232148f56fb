import fc from "fast-check";
import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { packTokenId } from "#domain/token-id.ts";
import { UNITS } from "#domain/units.ts";
import { parseQuery } from "#web/features/search/parse-query.ts";

const kindsOf = (text: string) => parseQuery(text).map(({ kind }) => kind);
const id = packTokenId({ issuer: `0x${"ab".repeat(20)}`, unit: "hour", expiry: 1_900_000_000 });

describe("given a text somebody searches for", () => {
  it("when it is nothing, or hexadecimal of no length the chain knows, then it means nothing", () => {
    for (const text of ["", "   ", "\0", "0x", "0x12", `0x${"1".repeat(39)}`, `0x${"1".repeat(65)}`, "9".repeat(79)])
      expect(kindsOf(text), text).toEqual([]);
  });

  it("when it is a token's id, decimal or hexadecimal, then it is that token before anything else", () => {
    expect(parseQuery(String(id))).toEqual([{ kind: "token", id }]);
    expect(parseQuery(` 0x${id.toString(16).toUpperCase()} `)[0]).toEqual({ kind: "token", id });
  });

  it("when it has 32 bytes, then it is a deal, else a transaction, else a block", () => {
    expect(kindsOf(`0x${"c1".repeat(32)}`)).toEqual(["deal", "transaction", "blockHash"]);
  });

  it("when it is a short number, an address, a handle or words, then it is that", () => {
    expect(kindsOf("331")).toEqual(["block"]);
    expect(kindsOf(`0x${"AB".repeat(20)}`)).toEqual(["address"]);
    expect(kindsOf("@marek")).toEqual(["handle"]);
    expect(kindsOf("marek")).toEqual(["handle", "words"]);
    expect(kindsOf("bike repair")).toEqual(["words"]);
  });

  it("whatever id a token has, then both its spellings lead to it", () => {
    const parts = fc.record({
      issuer: fc.bigInt({ min: 1n, max: 2n ** 160n - 1n }),
      unit: fc.constantFrom(...UNITS),
      expiry: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
    });
    fc.assert(
      fc.property(parts, ({ issuer, unit, expiry }) => {
        const any = packTokenId({ issuer: numberToHex(issuer, { size: 20 }), unit, expiry });
        expect(parseQuery(String(any))[0]).toEqual({ kind: "token", id: any });
        expect(parseQuery(numberToHex(any, { size: 32 }))[0]).toEqual({ kind: "token", id: any });
      }),
    );
  });
});
