import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm } from "#domain/place.ts";
import { judgeMatch, REACH_KM, type Side, type Skill } from "#domain/matching.ts";

const skill = (name: string): Skill => ({ name, stems: name.toLowerCase().split(" ") });

const BERLIN = { latitude: 52.52, longitude: 13.4 };
const POTSDAM = { latitude: 52.4, longitude: 13.06 };
const GIRONA = { latitude: 41.98, longitude: 2.82 };

const GIVE: Side = {
  skills: [skill("bicycle repair")],
  titleStems: ["fix", "bike"],
  category: "home.bicycles",
  minutes: 60,
  remote: false,
  place: { name: "Berlin", point: BERLIN },
  languages: ["de", "en"],
  score: 80,
};
const WANT: Side = { ...GIVE, titleStems: ["squeak", "wheel"], languages: ["en"], score: null };

const judge = (give: Partial<Side>, want: Partial<Side> = {}, commonMinutes: number | null = null) => {
  const giver = { ...GIVE, ...give };
  return judgeMatch(giver, { ...WANT, ...want }, { commonMinutes, other: giver });
};

describe("given something that stands in the way", () => {
  it.each<[string, Partial<Side>, Partial<Side>, number | null]>([
    ["another skill", { skills: [skill("piano")] }, {}, null],
    ["another repair", { skills: [skill("shoe repair")] }, {}, null],
    ["half a skill in another field", { skills: [skill("bicycle")], category: "arts" }, {}, null],
    ["no skill at all", { skills: [] }, {}, null],
    ["another town", { place: { name: "Girona", point: GIRONA } }, {}, null],
    ["only one of them remote", { remote: true, place: null }, {}, null],
    ["no common language", { languages: ["de"] }, { languages: ["es"] }, null],
    ["no common time", {}, {}, 30],
  ])("finds no match: %s", (_, give, want, minutes) => {
    expect(judge(give, want, minutes)).toBeNull();
  });
});

describe("given two who fit", () => {
  it("says each reason", () => {
    expect(judge({}, { place: { name: "Potsdam", point: POTSDAM } }, 120)?.reasons).toEqual({
      skill: { name: "bicycle repair", fit: 1 },
      time: { minutes: 120 },
      distance: { km: expect.closeTo(26.5, 0) as number },
      language: { tag: "en" },
      reputation: { score: 80 },
    });
  });
  it("leaves out what nobody knows", () => {
    const place = { name: "Somewhere", point: null };
    expect(judge({ score: null, place })?.reasons).toEqual({
      skill: { name: "bicycle repair", fit: 1 },
      language: { tag: "en" },
    });
  });
  it("meets in a place of one name without knowing where that is", () => {
    const place = { name: "The old mill", point: null };
    expect(judge({ place }, { place })?.reasons.distance).toEqual({ km: 0 });
  });
  it("needs no place where both are remote", () => {
    expect(judge({ remote: true, place: null }, { remote: true, place: null })?.reasons.distance).toEqual({
      remote: true,
    });
  });
  it("speaks the language whatever the country", () => {
    expect(judge({ languages: ["pt-BR"] }, { languages: ["pt"] })?.reasons.language).toEqual({ tag: "pt" });
  });
  it.each([
    ["half of it in the same field", { skills: [skill("bicycle")] }, {}, 0.5],
    ["half of it in another part of the field", { skills: [skill("bicycle")], category: "home.clothes" }, {}, 0.4],
    ["half of it somewhere in the field", { skills: [skill("bicycle")], category: "home" }, {}, 0.4],
    ["all of it in another field", { category: "arts.crafts" }, {}, 1],
    ["half of it in a profile", { skills: [skill("bicycle")], category: null, titleStems: [] }, {}, 0.5],
    ["one of two that are wanted", {}, { skills: [skill("bicycle repair"), skill("juggling")] }, 0.75],
    ["in the title of what is wanted", {}, { skills: [], titleStems: ["my", "bicycle", "repair"] }, 0.8],
    [
      "in a title somewhere in the field",
      { category: "home" },
      { skills: [], titleStems: ["bicycle", "repair"] },
      0.64,
    ],
    ["in the title of what is given", { skills: [], titleStems: ["bicycle", "repair", "cafe"] }, {}, 0.8],
  ])("finds the skill: %s", (_, give, want, fit) => {
    expect(judge(give, want)?.reasons.skill.fit).toBeCloseTo(fit, 9);
  });
  it("asks no more than an hour in common of a long job", () => {
    expect(judge({}, { minutes: 600 }, 60)).not.toBeNull();
  });
});

describe("given the reasons", () => {
  it.each<[string, () => [number | undefined, number | undefined]]>([
    ["a nearer one", () => [judge({})?.rank, judge({}, { place: { name: "Potsdam", point: POTSDAM } })?.rank]],
    ["the whole skill", () => [judge({})?.rank, judge({ skills: [skill("bicycle")] })?.rank]],
    ["more time", () => [judge({}, {}, 120)?.rank, judge({}, {}, 60)?.rank]],
    ["a better name", () => [judge({ score: 90 })?.rank, judge({ score: 40 })?.rank]],
    [
      "somebody known over somebody unknown of the same middle",
      () => [judge({ score: 51 })?.rank, judge({ score: null })?.rank],
    ],
  ])("ranks %s higher", (_, ranks) => {
    const [better, worse] = ranks();
    expect(better).toBeGreaterThan(worse ?? Infinity);
  });
  it("ranks between nothing and one", () => {
    const side = fc.record({
      score: fc.option(fc.integer({ min: 0, max: 100 })),
      minutes: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(side, side, fc.option(fc.integer({ min: 60, max: 9_000 })), (give, want, minutes) => {
        const rank = judge(give, want, minutes)?.rank ?? -1;
        expect(rank).toBeGreaterThan(0);
        expect(rank).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("given places", () => {
  it.each([
    ["Berlin to Girona", BERLIN, GIRONA, 1_423],
    ["nowhere to nowhere", BERLIN, BERLIN, 0],
    ["across the date line", { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111.2],
    ["pole to pole", { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 }, 20_015],
  ])("measures the way from %s", (_, a, b, km) => {
    expect(Math.abs(distanceKm(a, b) - km)).toBeLessThan(1 + km / 200);
    expect(distanceKm(b, a)).toBeCloseTo(distanceKm(a, b), 9);
  });
  it("asks nobody to go further than the reach", () => {
    const far = { latitude: BERLIN.latitude + (REACH_KM + 1) / 111.2, longitude: BERLIN.longitude };
    expect(judge({}, { place: { name: "Far", point: far } })).toBeNull();
  });
});
