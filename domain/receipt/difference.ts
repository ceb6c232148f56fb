/** Where two JSON values part ways. */
export type Difference = { path: string; claimed: string; proven: string };

/** @returns the first place where a claim is not what was proven; null where they are the same */
export function findDifference(claimed: unknown, proven: unknown, path: string): Difference | null {
  if (!isContainer(claimed) || !isContainer(proven) || Array.isArray(claimed) !== Array.isArray(proven))
    return Object.is(claimed, proven) ? null : { path, claimed: show(claimed), proven: show(proven) };
  for (const key of new Set([...Object.keys(proven), ...Object.keys(claimed)])) {
    const found = findDifference(claimed[key], proven[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Not what is in it: that has no end anybody could rely on. */
function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isContainer(value)) return Array.isArray(value) ? "a list" : "an object";
  return JSON.stringify(value);
}
