import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditLine } from "#domain/credit-line.ts";
import { DAY, NOW } from "./example-deal.ts";

describe("a credit line", () => {
  it("is forty hours before the first mint, whatever came home", () => {
    expect(creditLine({ redeemedMinutes: 500, since: 0, now: NOW })).toBe(2_400);
  });

  it("grows by what came home, at most an hour for each whole day", () => {
    const after = (seconds: number, redeemedMinutes: number) =>
      creditLine({ redeemedMinutes, since: NOW, now: NOW + seconds });
    expect(after(DAY - 1, 500)).toBe(2_400);
    expect(after(DAY, 500)).toBe(2_460);
    expect(after(8 * DAY, 500)).toBe(2_880);
    expect(after(9 * DAY, 500)).toBe(2_900);
  });

  it("stays between forty and a thousand hours and never falls", () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(2_000 * DAY), fc.nat(DAY), (redeemedMinutes, age, later) => {
        const line = creditLine({ redeemedMinutes, since: NOW, now: NOW + age });
        expect(line).toBeGreaterThanOrEqual(2_400);
        expect(line).toBeLessThanOrEqual(60_000);
        expect(creditLine({ redeemedMinutes, since: NOW, now: NOW + age + later })).toBeGreaterThanOrEqual(line);
      }),
    );
  });
});
