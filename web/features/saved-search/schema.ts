import { z } from "zod";
import { lineSchema } from "#web/lib/text-schema.ts";

export const SAVED_SEARCH_LIMITS = {
  nameLongest: 60,
  /** Of one member. */
  searches: 30,
  queryLongest: 2_000,
} as const;

/** A name as its owner writes it. The message of each check is the key of its sentence in `savedSearch.problem`. */
const name = lineSchema.pipe(z.string().min(1, "nameEmpty").max(SAVED_SEARCH_LIMITS.nameLongest, "nameLong"));

export const savedSearchSchema = z.object({
  name,
  /** The market's query string. */
  query: z.string().max(SAVED_SEARCH_LIMITS.queryLongest, "queryLong"),
});

export type SavedSearchInput = z.output<typeof savedSearchSchema>;

export const savedSearchIdSchema = z.uuid("unknown");

/** An instant as it is written in JSON. */
export const seenUntilSchema = z.iso.datetime("unknown").transform((text) => new Date(text));
