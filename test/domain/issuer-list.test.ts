import fc from "fast-check";
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { isProvenIssuer, issuerProof, issuersRoot } from "#domain/issuer-list.ts";
import { account } from "./example-deal.ts";

const anyList = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }).map(account), { minLength: 1, maxLength: 40 });

describe("a list of issuers", () => {
  it("has one root, in whatever order it is given", () => {
    fc.assert(
      fc.property(anyList, (issuers) => {
        expect(issuersRoot([...issuers].reverse())).toBe(issuersRoot(issuers));
      }),
    );
  });

  it("proves every issuer in it", () => {
    fc.assert(
      fc.property(anyList, (issuers) => {
        const root = issuersRoot(issuers);
        for (const issuer of issuers) expect(isProvenIssuer(root, issuer, issuerProof(issuers, issuer))).toBe(true);
      }),
    );
  });

  it("proves nobody else", () => {
    const issuers = [1, 2, 3].map(account);
    expect(() => issuerProof(issuers, account(4))).toThrow(RangeError);
    expect(isProvenIssuer(issuersRoot(issuers), account(4), issuerProof(issuers, account(1)))).toBe(false);
    expect(isProvenIssuer(zeroHash, account(4), [])).toBe(false);
  });

  it("of nobody has the zero root, of one the root its leaf is", () => {
    expect(issuersRoot([])).toBe(zeroHash);
    expect(issuerProof([account(1)], account(1))).toEqual([]);
  });
});
