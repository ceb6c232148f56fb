import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgivenTypos, typosBetween } from "#domain/typos.ts";

/** Every word that one typo makes of `word`, with letters of `alphabet`. */
function oneTypoAway(word: string, alphabet: string): string[] {
  const letters = Array.from(word);
  const places = Array.from({ length: letters.length + 1 }, (_, place) => place);
  return places.flatMap((place) => [
    letters.toSpliced(place, 1).join(""),
    ...Array.from(alphabet, (letter) => letters.toSpliced(place, 0, letter).join("")),
    ...Array.from(alphabet, (letter) => letters.toSpliced(place, 1, letter).join("")),
    letters.toSpliced(place, 2, ...letters.slice(place, place + 2).reverse()).join(""),
  ]);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

describe("typosBetween", () => {
  it.each([
    ["bicycle", "bicycle", 0],
    ["bicylce", "bicycle", 1],
    ["bycicle", "bicycle", 2],
    ["bcycle", "bicycle", 1],
    ["ремнот", "ремонт", 1],
    ["😀b", "b", 1],
    ["abcdef", "uvwxyz", 3],
  ])("counts %s and %s as %i, and no further than asked", (one, other, typos) => {
    expect(typosBetween(one, other, 2)).toBe(typos);
  });
  it("is one exactly for the words one typo makes", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const isOne = one !== other && oneTypoAway(one, "abc").includes(other);
        expect(typosBetween(one, other, 1) === 1).toBe(isOne);
      }),
    );
  });
  it("is the same both ways", () => {
    fc.assert(
      fc.property(
        word,
        word,
        (one, other) => void expect(typosBetween(one, other, 3)).toBe(typosBetween(other, one, 3)),
      ),
    );
  });
});

describe("forgivenTypos", () => {
  it("takes a short word as it stands, and forgives a long one more", () => {
    expect(["уж", "cat", "bike", "pièce", "garden", "bicycle"].map(forgivenTypos)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
