import type { savedSearch } from "#web/db/schema/saved-search.ts";
import { parseFilters, writeFilters } from "#web/features/market/filters.ts";
import { addressOf } from "./accounts.ts";
import { uuidOf } from "./fixed-random.ts";

const DAY_MS = 86_400_000;

/** Where Inés looks from. */
const NEAR = "52.5,13.4,Berlin, Kreuzberg";

/**
 * What Inés looks out for. Kept before the listings are written, so that the worker tells her at once what it finds.
 * @param now unix seconds
 */
export function savedSearchRows(now: number): (typeof savedSearch.$inferInsert)[] {
  const createdAt = new Date(now * 1_000 - 60 * DAY_MS);
  const kept = { owner: addressOf("ines"), createdAt, seenAt: createdAt };
  return [
    {
      ...kept,
      id: uuidOf("saved search", "gardens"),
      name: "Gardens that need a hand",
      query: writeFilters(parseFilters({ kind: "request", category: "garden", near: NEAR, within: "10" })),
      kind: "request",
      category: "garden",
    },
    {
      ...kept,
      id: uuidOf("saved search", "bikes"),
      name: "Anything about bikes",
      query: "q=bike&literally=1",
      anchors: ["bik"],
    },
  ];
}
