import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRings, type Gift, LONGEST_RING, RINGS_PER_MEMBER } from "#domain/rings.ts";

/** Gifts along a path of members, each of rank one. */
const along = (...members: number[]): Gift[] =>
  members.slice(1).map((to, index) => ({ from: members[index] ?? -1, to, rank: 1 }));

const membersOf = (rings: ReturnType<typeof findRings>) => rings.map(({ members }) => members);

describe("given gifts that lead nowhere", () => {
  it.each([
    ["nothing", 0, []],
    ["a path", 4, along(0, 1, 2, 3)],
    ["a gift to oneself", 1, along(0, 0)],
    ["a ring of six", 6, along(0, 1, 2, 3, 4, 5, 0)],
  ])("finds no ring in %s", (_, members, gifts) => {
    expect(findRings(members, gifts)).toEqual([]);
  });
});

describe("given gifts that come back", () => {
  it.each([
    ["two", along(0, 1, 0), [0, 1]],
    ["three", along(2, 1, 0, 2), [0, 2, 1]],
    ["four", along(3, 0, 2, 1, 3), [0, 2, 1, 3]],
    ["five", along(4, 3, 2, 1, 0, 4), [0, 4, 3, 2, 1]],
  ])("finds the ring of %s", (_, gifts, ring) => {
    expect(membersOf(findRings(5, gifts))).toEqual([ring]);
  });
  it("prefers the ring whose weakest gift is better", () => {
    const weak = along(0, 1, 0).map((gift) => ({ ...gift, rank: 0.3 }));
    expect(membersOf(findRings(3, [...weak, ...along(0, 2, 0)]))).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });
  it("offers nobody more rings than they can look at", () => {
    const hub = Array.from({ length: 9 }, (_, index) => along(0, index + 1, 0)).flat();
    expect(findRings(10, hub)).toHaveLength(RINGS_PER_MEMBER);
  });
});

describe("given any gifts among few", () => {
  const gifts = fc.array(
    fc.record({ from: fc.nat(7), to: fc.nat(7), rank: fc.integer({ min: 1, max: 100 }).map((rank) => rank / 100) }),
    { maxLength: 24 },
  );
  const isRing = (members: readonly number[], given: readonly Gift[]) =>
    new Set(members).size === members.length &&
    members.every((from, index) => {
      const to = members[(index + 1) % members.length];
      return given.some((gift) => gift.from === from && gift.to === to);
    });

  it("finds only rings of two to five different members, and no ring twice", () => {
    fc.assert(
      fc.property(gifts, (given) => {
        const rings = membersOf(findRings(8, given));
        for (const members of rings) {
          expect(isRing(members, given)).toBe(true);
          expect(members.length).toBeGreaterThanOrEqual(2);
          expect(members.length).toBeLessThanOrEqual(LONGEST_RING);
        }
        expect(new Set(rings.map((members) => members.join())).size).toBe(rings.length);
      }),
    );
  });
  it("finds one for whoever is in any, unless somebody's places are all taken", () => {
    fc.assert(
      fc.property(gifts, (given) => {
        const rings = findRings(8, given);
        const seats = (member: number) => rings.filter(({ members }) => members.includes(member)).length;
        if (Array.from({ length: 8 }, (_, member) => seats(member)).includes(RINGS_PER_MEMBER)) return;
        for (const member of allRings(given).flat()) expect(seats(member)).toBeGreaterThan(0);
      }),
    );
  });
  it("finds the same whatever the order of the gifts", () => {
    fc.assert(
      fc.property(gifts, (given) => {
        const distinct = [...new Map(given.map((gift) => [`${gift.from}-${gift.to}`, gift])).values()];
        expect(findRings(8, distinct.toReversed())).toEqual(findRings(8, distinct));
      }),
    );
  });

  /** Every ring of two to five, by trying all walks. */
  function allRings(given: readonly Gift[]): number[][] {
    const walks: number[][] = Array.from({ length: 8 }, (_, member) => [member]);
    const rings: number[][] = [];
    for (let walk = walks.pop(); walk; walk = walks.pop()) {
      const [first, last] = [walk[0], walk.at(-1)];
      for (const { to } of given.filter(({ from, to }) => from === last && from !== to)) {
        if (to === first && walk.length > 1) rings.push(walk);
        else if (!walk.includes(to) && walk.length < LONGEST_RING) walks.push([...walk, to]);
      }
    }
    return rings;
  }
});
