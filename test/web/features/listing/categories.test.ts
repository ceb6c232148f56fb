import { describe, expect, it } from "vitest";
import { topCategory } from "#domain/category.ts";
import { LOCALES } from "#web/i18n/locales.ts";
import { CATEGORIES, CATEGORY_KEYS, hueOfCategory, partsOf, withParts } from "#web/features/listing/categories.ts";
import { listingSchema } from "#web/features/listing/schema.ts";
import { EXAMPLE_LISTING } from "./example-listing.ts";

const nameOf = async (locale: string, key: string) => {
  const { default: messages } = (await import(`#web/messages/${locale}/listing.json`, { with: { type: "json" } })) as {
    default: { category: Record<string, Record<string, string>> };
  };
  const [top = "", part = "all"] = key.split(".");
  return messages.category[top]?.[part];
};

describe("given the tree of categories", () => {
  it("has each key once, and four parts or more below each top one", () => {
    expect(new Set(CATEGORY_KEYS).size).toBe(CATEGORY_KEYS.length);
    for (const { key } of CATEGORIES) expect(partsOf(key).length).toBeGreaterThanOrEqual(4);
  });
  it("names every one of them in every language, none twice", async () => {
    for (const locale of LOCALES) {
      const names = await Promise.all(CATEGORY_KEYS.map((key) => nameOf(locale, key)));
      expect(names.every(Boolean)).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }
  });
  it("takes a top one and a part of it for a listing, and nothing beside", () => {
    for (const category of CATEGORY_KEYS)
      expect(listingSchema.parse({ ...EXAMPLE_LISTING, category }).category).toBe(category);
    for (const category of ["home.", "home.trees", "home.bicycles.tyres", "bicycles", "HOME"])
      expect(listingSchema.safeParse({ ...EXAMPLE_LISTING, category }).success).toBe(false);
  });
  it("files parts under their top one, in its colour", () => {
    expect(withParts("languages")).toEqual(CATEGORY_KEYS.filter((key) => topCategory(key) === "languages"));
    expect(withParts("languages.lessons")).toEqual(["languages.lessons"]);
    expect(hueOfCategory("languages.lessons")).toBe(hueOfCategory("languages"));
  });
});
