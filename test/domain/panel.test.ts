import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canBeBooked,
  canBePanel,
  canBeVote,
  medianDown,
  MOST_PANEL_MEMBERS,
  panelFeeShares,
  panelRuling,
} from "#domain/panel.ts";
import { account } from "./example-deal.ts";

const anyMinutes = fc.nat(60_000);

describe("a panel's ruling", () => {
  it("needs a vote", () => {
    expect(() => medianDown([])).toThrow(RangeError);
    expect(panelRuling([])).toEqual([]);
  });

  it("is the lower of two middle votes", () => {
    expect(medianDown([9, 4])).toBe(4);
    expect(medianDown([100, 9, 30, 10])).toBe(10);
  });

  it("has at most half of the votes below it and at most half above, and is one of them", () => {
    fc.assert(
      fc.property(fc.array(anyMinutes, { minLength: 1, maxLength: MOST_PANEL_MEMBERS }), (votes) => {
        const median = medianDown(votes);
        expect(votes).toContain(median);
        expect(votes.filter((vote) => vote < median).length * 2).toBeLessThan(votes.length);
        expect(votes.filter((vote) => vote > median).length * 2).toBeLessThanOrEqual(votes.length);
      }),
    );
  });

  it("is found for each id by itself", () => {
    expect(
      panelRuling([
        [10, 0],
        [30, 5],
        [20, 50],
      ]),
    ).toEqual([20, 5]);
  });
});

describe("a panel's fee", () => {
  it("is shared without a token lost, the remainder to the first vote", () => {
    expect(panelFeeShares(10n, 3)).toEqual([4n, 3n, 3n]);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 60_000n }),
        fc.integer({ min: 1, max: MOST_PANEL_MEMBERS }),
        (fee, voters) => {
          const [first = 0n, ...others] = panelFeeShares(fee, voters);
          expect(others.every((share) => share === fee / BigInt(voters))).toBe(true);
          expect(others.reduce((sum, share) => sum + share, first)).toBe(fee);
        },
      ),
    );
  });
});

describe("what a contract says that may be no panel", () => {
  const members = [account(1), account(2)];

  it("is no seating of nobody, of too many, of one twice, or with a threshold out of reach", () => {
    expect(canBePanel(members, 2n)).toBe(true);
    expect(canBePanel([], 0n)).toBe(false);
    expect(canBePanel([account(0)], 1n)).toBe(false);
    expect(canBePanel([account(1), account(1)], 1n)).toBe(false);
    expect(canBePanel(members, 0n)).toBe(false);
    expect(canBePanel(members, 3n)).toBe(false);
    const most = Array.from({ length: MOST_PANEL_MEMBERS }, (_, n) => account(n + 1));
    expect(canBePanel(most, 1n)).toBe(true);
    expect(canBePanel([...most, account(99)], 1n)).toBe(false);
  });

  it("is no vote of another number of ids, or of more than the fee leaves", () => {
    expect(canBeVote([60, 100], 500, [57n, 95n])).toBe(true);
    expect(canBeVote([60, 100], 500, [58n, 95n])).toBe(false);
    expect(canBeVote([60, 100], 500, [57n])).toBe(false);
    expect(canBeVote([60], 0, [2n ** 255n])).toBe(false);
  });

  it("is no booking beyond the panel's books", () => {
    expect(canBeBooked(1n, 2n ** 128n - 2n)).toBe(true);
    expect(canBeBooked(1n, 2n ** 128n - 1n)).toBe(false);
  });
});
