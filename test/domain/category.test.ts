import { describe, expect, it } from "vitest";
import { categoryKinship, topCategory } from "#domain/category.ts";

describe("given categories", () => {
  it.each([
    ["home", "home"],
    ["home.bicycles", "home"],
    ["", ""],
  ])("puts %s under %s", (key, top) => {
    expect(topCategory(key)).toBe(top);
  });
  it.each([
    ["one and the same", "home.bicycles", "home.bicycles", 1],
    ["a part and its top one", "home.bicycles", "home", 0.8],
    ["two parts of one", "home.bicycles", "home.clothes", 0.8],
    ["two fields", "home.bicycles", "homework.bicycles", 0],
    ["none and any", null, "home", 1],
  ])("measures %s", (_, a, b, kinship) => {
    expect([categoryKinship(a, b), categoryKinship(b, a)]).toEqual([kinship, kinship]);
  });
});
