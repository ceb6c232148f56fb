import { describe, expect, it } from "vitest";
import { addSkills } from "#web/features/skill/add-skills.ts";

describe("given names as typed", () => {
  it.each<[string, string[], string[], string[]]>([
    ["nothing", ["baking"], ["", "  "], ["baking"]],
    ["one that is there, in another case", ["Baking"], ["baking "], ["Baking"]],
    ["the same twice", [], ["Baking", "baking"], ["Baking"]],
    ["new ones, in their order", ["baking"], [" sewing", "chess "], ["baking", "sewing", "chess"]],
  ])("adds %s", (_, skills, names, all) => {
    expect(addSkills(skills, names)).toEqual(all);
  });
});
