import fc from "fast-check";
import { zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import type { ReputationEntry } from "#domain/reputation-entries.ts";
import { decay, REPUTATION_VERSION, reputationOf, utcDay } from "#domain/reputation.ts";
import { account, DAY, NOW, SELLER } from "./example-deal.ts";
import vectors from "./reputation-vectors.json" with { type: "json" };

const TODAY = utcDay(NOW);

function entry(changes: Partial<ReputationEntry> = {}): ReputationEntry {
  return {
    dealId: zeroHash,
    member: SELLER,
    peer: account(1),
    minutes: 60,
    closedAt: NOW,
    got: 100,
    claimed: 100,
    ...changes,
  };
}

/** One exchange with each of `count` peers. */
function withPeers(count: number, changes: Partial<ReputationEntry> = {}, first = 1): ReputationEntry[] {
  return Array.from({ length: count }, (_, n) => entry({ peer: account(first + n), ...changes }));
}

function scoreOf(entries: readonly ReputationEntry[], asOf = TODAY): number {
  return reputationOf(entries, asOf).score;
}

const anyEntry = fc
  .record({
    peer: fc.integer({ min: 1, max: 9 }).map((n) => account(n)),
    minutes: fc.integer({ min: 1, max: 3_000 }),
    age: fc.nat(2_000),
    stars: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ peer, minutes, age, stars }) => entry({ peer, minutes, closedAt: NOW - age * DAY, got: 25 * (stars - 1) }));
const anyEntries = fc.array(anyEntry, { maxLength: 40 });

describe("the figures of the prototype", () => {
  it.each([
    ["nobody yet", [], 50],
    ["one of five stars", withPeers(1), 53],
    ["ten peers", withPeers(10), 72],
    ["fifty", withPeers(50), 90],
    ["two hundred", withPeers(200), 97],
    ["a thousand exchanges with one peer", Array.from({ length: 1_000 }, () => entry()), 64],
    ["ten peers two years ago", withPeers(10, { closedAt: NOW - 730 * DAY }), 59],
    ["fifty good and five lost", [...withPeers(50), ...withPeers(5, { got: 0 }, 51)], 83],
    ["ten of one star", withPeers(10, { got: 0 }), 27],
  ])("%s", (_case, entries, score) => {
    expect(scoreOf(entries)).toBe(score);
  });
});

describe("the vectors, worked out elsewhere from the published page alone", () => {
  it.each(vectors)("agree to the unit: $score", ({ asOf, score, peers, entries }) => {
    const reputation = reputationOf(entries as ReputationEntry[], asOf);
    expect(reputation.score).toBe(score);
    const parts = reputation.peers.map(({ peer, weight, quality, capped }) => [
      peer,
      [weight, quality, capped].map(String),
    ]);
    expect(Object.fromEntries(parts)).toEqual(peers);
  });
});

describe("a score", () => {
  it("has a version", () => {
    expect(REPUTATION_VERSION).toBe(1);
  });

  it("leaves out what closed after its day", () => {
    expect(scoreOf([entry({ closedAt: NOW + DAY })])).toBe(50);
    expect(scoreOf([entry({ closedAt: (TODAY + 1) * DAY - 1 })])).toBe(53);
  });

  it("is an integer within 0 and 100", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const score = scoreOf(entries);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      }),
    );
  });

  it("does not depend on the order of events", () => {
    const shuffled = anyEntries.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(reputationOf(other, TODAY)).toEqual(reputationOf(entries, TODAY));
      }),
    );
  });

  it("is never lowered by a better rating", () => {
    fc.assert(
      fc.property(anyEntries, anyEntry, fc.nat(4), (entries, rated, more) => {
        const better = { ...rated, got: Math.min(100, rated.got + 25 * more) };
        expect(scoreOf([...entries, better])).toBeGreaterThanOrEqual(scoreOf([...entries, rated]));
      }),
    );
  });

  it("is never raised by a lost dispute", () => {
    fc.assert(
      fc.property(anyEntries, anyEntry, (entries, lost) => {
        expect(scoreOf([...entries, { ...lost, got: 0 }])).toBeLessThanOrEqual(scoreOf(entries));
      }),
    );
  });

  it("is moved by one peer at most 14.3 points from neutral", () => {
    const onePeer = fc.array(
      anyEntry.map((any) => ({ ...any, peer: account(1) })),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(onePeer, (entries) => {
        const score = scoreOf(entries);
        expect(score).toBeLessThanOrEqual(Math.floor(50 + 14.3));
        expect(score).toBeGreaterThanOrEqual(Math.floor(50 - 14.3));
      }),
    );
  });

  it("is lifted by k invented members at most 50 · 240k / (240k + 600) above neutral", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), (k, each) => {
        const ring = withPeers(k, { minutes: 480 }).flatMap((one) => Array.from({ length: each }, () => one));
        expect(scoreOf(ring)).toBeLessThanOrEqual(50 + (50 * 240 * k) / (240 * k + 600));
      }),
    );
  });

  it("returns to neutral without activity", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const years = [0, 4, 8, 70].map((count) => reputationOf(entries, TODAY + count * 365));
        expect(years.at(-1)?.score).toBe(50);
        // A capped peer is forgotten later than a light one, so the score may first move away: but never further than
        // what is left pulls, and that only shrinks.
        const left = years.map(({ peers }) => peers.reduce((sum, { capped }) => sum + Number(capped) / 1e18, 0));
        expect(left).toEqual(left.toSorted((one, other) => other - one));
        for (const [index, { score }] of years.entries()) {
          const pull = (50 * (left[index] ?? 0)) / ((left[index] ?? 0) + 600);
          expect(Math.abs(score - 50)).toBeLessThanOrEqual(pull + 1);
        }
      }),
    );
  });

  it("shows the part of every peer, and the parts make the score", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { score, peers } = reputationOf(entries, TODAY);
        const points = peers.reduce((sum, part) => sum + part.pointHundredths / 100, 50);
        expect(Math.abs(points - score)).toBeLessThan(1 + 0.01 * (peers.length + 1));
        expect(new Set(peers.map(({ peer }) => peer))).toEqual(new Set(entries.map(({ peer }) => peer)));
      }),
    );
  });
});

describe("forgetting", () => {
  it("halves a deal's weight every 365 days, in a straight line between", () => {
    const scale = 10n ** 18n;
    expect([0, 365, 730, 1_095].map(decay)).toEqual([scale, scale / 2n, scale / 4n, scale / 8n]);
    expect(decay(73)).toBe((scale * 9n) / 10n);
    expect(decay(365 * 61)).toBe(0n);
  });

  it("never turns back", () => {
    fc.assert(
      fc.property(fc.nat(30_000), (age) => {
        expect(decay(age + 1)).toBeLessThanOrEqual(decay(age));
      }),
    );
  });
});
