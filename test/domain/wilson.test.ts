import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareByReputation, wilsonLowerBound } from "#domain/wilson.ts";

describe("the Wilson lower bound", () => {
  it("is nothing without ratings", () => {
    expect(wilsonLowerBound({ ratingCount: 0, starSum: 0 })).toBe(0);
  });

  it("agrees with the published interval: ten of ten is at least 0.722, nine of ten 0.596", () => {
    expect(wilsonLowerBound({ ratingCount: 10, starSum: 50 })).toBeCloseTo(0.7225, 4);
    expect(wilsonLowerBound({ ratingCount: 10, starSum: 46 })).toBeCloseTo(0.5958, 4);
  });

  it("stays between 0 and the mean, and grows with more of the same", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 50 }), (stars) => {
        const ratingCount = stars.length;
        const starSum = stars.reduce((sum, given) => sum + given, 0);
        const bound = wilsonLowerBound({ ratingCount, starSum });
        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual((starSum - ratingCount) / (4 * ratingCount));
        const doubled = wilsonLowerBound({ ratingCount: 2 * ratingCount, starSum: 2 * starSum });
        expect(doubled).toBeGreaterThanOrEqual(bound);
      }),
    );
  });

  it("breaks ties of the score, and only ties", () => {
    const few = { score: 72, ratingCount: 2, starSum: 10 };
    const many = { score: 72, ratingCount: 20, starSum: 98 };
    const lower = { score: 71, ratingCount: 900, starSum: 4_500 };
    expect([lower, few, many].sort(compareByReputation)).toEqual([many, few, lower]);
  });
});
