import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, evenMinutes, listGifts } from "#domain/gifts.ts";
import type { Side } from "#domain/matching.ts";

const SIDE: Side = {
  skills: [],
  titleStems: [],
  category: "home",
  minutes: 60,
  remote: true,
  place: null,
  languages: ["en"],
  score: null,
};

const entry = (member: number, skill: string): Entry => ({
  id: `${member}-${skill}`,
  member,
  side: { ...SIDE, skills: [{ name: skill, stems: skill.split(" ") }] },
});

describe("given offers and requests that nobody can bring together", () => {
  it.each([
    ["none", [], []],
    ["one's own", [entry(0, "piano")], [entry(0, "piano")]],
    ["other skills", [entry(0, "piano")], [entry(1, "oboe")]],
  ])("lists no gift: %s", (_, offers, requests) => {
    expect(listGifts(offers, requests)).toEqual([]);
  });
  it("lists none that somebody does not want", () => {
    expect(listGifts([entry(0, "piano")], [entry(1, "piano")], () => true)).toEqual([]);
  });
});

describe("given offers that fit requests", () => {
  it("lists for two members the best gift alone", () => {
    const offers = [entry(0, "piano"), entry(0, "oboe lessons")];
    const requests = [entry(1, "oboe"), entry(1, "piano"), entry(2, "oboe")];
    expect(listGifts(offers, requests).map(({ from, to, offer, request }) => [from, to, offer, request])).toEqual([
      [0, 1, 0, 1],
      [0, 2, 1, 2],
    ]);
  });
  it("lets somebody look at every one of many requests alike", () => {
    const requests = Array.from({ length: 500 }, (_, index) => entry(index + 100, "piano"));
    const offers = Array.from({ length: 40 }, (_, index) => entry(index, "piano"));
    expect(new Set(listGifts(offers, requests).map(({ to }) => to)).size).toBe(500);
  });
});

describe("given the minutes of a ring's gifts", () => {
  it.each([
    ["all the same", [60, 60, 60], 60],
    ["up to twice as long", [60, 90, 120], 60],
    ["more than twice as long", [60, 121], null],
  ])("%s: %j gives %j", (_, minutes, even) => {
    expect(evenMinutes(minutes)).toBe(even);
  });
  it("never asks more of anybody than they offered", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 2, maxLength: 10 }), (minutes) => {
        for (const each of minutes) expect(evenMinutes(minutes) ?? 0).toBeLessThanOrEqual(each);
      }),
    );
  });
});
