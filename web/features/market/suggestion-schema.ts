import { z } from "zod";

/** Longer than this nobody searches. */
export const QUERY_LONGEST = 120;

/** What is typed in the search field so far. Postgres has no text with a NUL in it. */
export const suggestionQuerySchema = z.object({
  q: z
    .string()
    .transform((text) => text.replaceAll("\0", ""))
    .pipe(z.string().min(1).max(QUERY_LONGEST)),
});
