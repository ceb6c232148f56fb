/**
 * The curated categories of listings, in the order screens show them. `hue` (degrees) colours the category's art;
 * its name on screen is the message `listing.category.<key>`.
 */
export const CATEGORIES = [
  { key: "home", hue: 32 },
  { key: "languages", hue: 10 },
  { key: "care", hue: 348 },
  { key: "garden", hue: 96 },
  { key: "technology", hue: 222 },
  { key: "arts", hue: 325 },
  { key: "wellbeing", hue: 152 },
  { key: "advice", hue: 206 },
  { key: "transport", hue: 178 },
  { key: "learning", hue: 262 },
] as const;

/** The key of a category, as stored with a listing. */
export type Category = (typeof CATEGORIES)[number]["key"];

/** All keys, for a schema's enumeration. */
export const CATEGORY_KEYS = CATEGORIES.map(({ key }) => key) as [Category, ...Category[]];

/** @returns the hue of a category's art, in degrees; a neutral one for a category that is no longer curated */
export function hueOfCategory(key: string): number {
  return CATEGORIES.find((category) => category.key === key)?.hue ?? 60;
}
