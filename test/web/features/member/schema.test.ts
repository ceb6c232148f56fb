import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROFILE_LIMITS, profileSchema } from "#web/features/member/schema.ts";
import { PLACE_LONGEST } from "#web/features/place/schema.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";
import english from "#web/messages/en/member.json" with { type: "json" };

const profile = {
  handle: "ines",
  displayName: "Inés Romero",
  timeZone: "Europe/Berlin",
  bio: "",
  skills: [],
  languages: [],
  place: "",
  arbiter: false,
};
const many = (count: number) => Array.from({ length: count }, (_, index) => `skill ${index}`);

describe("profileSchema", () => {
  it.each([
    [{ handle: "a" }, { handle: "handleShort" }],
    [{ displayName: "   " }, { displayName: "displayNameEmpty" }],
    [{ displayName: "x".repeat(PROFILE_LIMITS.displayNameLongest + 1) }, { displayName: "displayNameLong" }],
    [{ bio: "x".repeat(PROFILE_LIMITS.bioLongest + 1) }, { bio: "bioLong" }],
    [{ skills: many(PROFILE_LIMITS.skills + 1) }, { skills: "skillsMany" }],
    [{ skills: ["x".repeat(PROFILE_LIMITS.skillLongest + 1)] }, { "skills.0": "skillLong" }],
    [{ languages: ["not a tag"] }, { "languages.0": "languageUnknown" }],
    [{ place: "x".repeat(PLACE_LONGEST + 1) }, { place: "placeLong" }],
    [{ timeZone: "Mars/Olympus" }, { timeZone: "timeZoneUnknown" }],
  ])("finds %j wrong", (change, fields) => {
    expect(fieldErrorsOf(profileSchema, { ...profile, ...change })).toEqual(fields);
    for (const sentence of Object.values(fields)) expect(english.problem).toHaveProperty(sentence);
  });

  it("tidies what it takes", () => {
    const result = profileSchema.parse({
      ...profile,
      displayName: "  Inés \t Romero\u202e ",
      skills: ["Spanish", "spanish ", "cooking"],
      bio: "One\r\n\r\nTwo\0",
    });
    expect(result).toMatchObject({ displayName: "Inés Romero", skills: ["spanish", "cooking"], bio: "One\n\nTwo" });
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.anything(), (input) => void profileSchema.safeParse(input)));
  });
});
