import { type SQL, sql } from "drizzle-orm";
import { listing } from "#web/db/schema/listing.ts";

/** How closely words must be met: every one as a prefix, or every one nearly (typos forgiven). */
export type Closeness = "exact" | "near";

/** Below this part of shared trigrams a word is another word, not a typo. */
const NEAR = 0.4;

/** The words of `q`, lower case and without accents, one a row. */
const wordsOf = (q: string): SQL =>
  sql`(select word from regexp_split_to_table(app.fold(${q}), '[^[:alnum:]]+') as word where word <> '')`;

/** `q` as a query of prefixes: "bike rep" finds "bike repair". */
const prefixQuery = (q: string): SQL =>
  sql`to_tsquery('simple', array_to_string(array(select word || ':*' from ${wordsOf(q)} as wanted), ' & '))`;

const nearness: SQL = sql`greatest(word_similarity(word, app.fold(${listing.title})), word_similarity(word, app.fold(app.join_words(${listing.skills}))))`;

/** Whether a listing says `q`. */
export function says(q: string, closeness: Closeness): SQL {
  if (closeness === "exact") return sql`${listing.search} @@ ${prefixQuery(q)}`;
  return sql`(select bool_and(${listing.search} @@ to_tsquery('simple', word || ':*') or ${nearness} >= ${NEAR}::real) from ${wordsOf(q)} as wanted)`;
}

/** How well a listing says `q`; more is better. */
export function rankOf(q: string, closeness: Closeness): SQL {
  if (closeness === "exact") return sql`ts_rank_cd(${listing.search}, ${prefixQuery(q)})`;
  return sql`(select sum(${nearness}) from ${wordsOf(q)} as wanted)`;
}
