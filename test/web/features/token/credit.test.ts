import { describe, expect, it } from "vitest";
import { creditOf } from "#web/features/token/credit.ts";

const DAY = 86_400;
const NOW = 1_800_000_000;

describe("given somebody who never promised anything", () => {
  it("leaves the whole first line", () => {
    expect(creditOf(null, NOW)).toEqual({ line: 2_400, outstanding: 0, left: 2_400 });
  });
});

describe("given an issuer", () => {
  it("leaves what is not outstanding", () => {
    const record = { redeemedMinutes: 300, outstandingMinutes: 2_000, since: NOW - 10 * DAY };
    expect(creditOf(record, NOW)).toEqual({ line: 2_700, outstanding: 2_000, left: 700 });
  });
  it("leaves nothing, never less, where more is outstanding than the line", () => {
    const record = { redeemedMinutes: 0, outstandingMinutes: 5_000, since: NOW };
    expect(creditOf(record, NOW).left).toBe(0);
  });
});
