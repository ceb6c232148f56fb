import { topCategory } from "#domain/category.ts";

/**
 * The curated tree of categories, in the order screens show it. `hue` (degrees) colours the category's art; the name
 * on screen is the message `listing.category.<key>.all` of a top one and `listing.category.<key>.<part>` of its parts.
 */
export const CATEGORIES = [
  {
    key: "home",
    hue: 32,
    parts: ["bicycles", "carpentry", "electrics", "plumbing", "clothes", "painting", "cleaning"],
  },
  { key: "languages", hue: 10, parts: ["conversation", "lessons", "translation", "proofreading", "interpreting"] },
  { key: "care", hue: 348, parts: ["children", "elders", "visits", "animals", "errands", "health"] },
  { key: "garden", hue: 96, parts: ["beds", "trees", "balconies", "cooking", "baking", "preserving"] },
  { key: "technology", hue: 222, parts: ["computers", "phones", "websites", "programming", "data", "media"] },
  { key: "arts", hue: 325, parts: ["music", "singing", "drawing", "photography", "crafts", "stage"] },
  { key: "wellbeing", hue: 152, parts: ["yoga", "sport", "massage", "relaxation", "walks", "beauty"] },
  { key: "advice", hue: 206, parts: ["paperwork", "taxes", "rights", "jobs", "mediation", "business"] },
  { key: "transport", hue: 178, parts: ["moving", "lifting", "vans", "deliveries", "rides"] },
  { key: "learning", hue: 262, parts: ["school", "maths", "exams", "speaking", "games", "hobbies"] },
] as const;

type Branch = (typeof CATEGORIES)[number];

/** The key of a top category. */
export type TopCategory = Branch["key"];

/** The key of a category, as stored with a listing: `home`, or where something finer fits, `home.bicycles`. */
export type Category =
  TopCategory | { [Top in Branch as Top["key"]]: `${Top["key"]}.${Top["parts"][number]}` }[TopCategory];

/** All keys, each top one before its parts. */
export const CATEGORY_KEYS = CATEGORIES.flatMap(({ key, parts }) => [
  key,
  ...parts.map((part) => `${key}.${part}`),
]) as [Category, ...Category[]];

/** @returns the keys right below a top category; none for any other */
export function partsOf(key: string): Category[] {
  return CATEGORY_KEYS.filter((one) => one !== key && topCategory(one) === key);
}

/** @returns the keys of everything filed under a category, itself first */
export function withParts(key: Category): Category[] {
  return [key, ...partsOf(key)];
}

/** @returns the hue of a category's art, in degrees; a neutral one for a category that is no longer curated */
export function hueOfCategory(key: string): number {
  return CATEGORIES.find((branch) => branch.key === topCategory(key))?.hue ?? 60;
}
