/** How much less two categories have in common that only belong to the same top one. */
const KIN = 0.8;

/**
 * A category's key is a path of one step or two: `home`, or `home.bicycles` within it.
 * @returns the key of the top category it belongs to; a top one belongs to itself
 */
export function topCategory(key: string): string {
  return key.split(".", 1)[0] ?? key;
}

/**
 * How near two categories are to each other.
 * @param a null for what stands in none: it is as near as can be to any
 * @returns 1 for one and the same, 0 for two without a common top one
 */
export function categoryKinship(a: string | null, b: string | null): number {
  if (a === null || b === null || a === b) return 1;
  return topCategory(a) === topCategory(b) ? KIN : 0;
}
