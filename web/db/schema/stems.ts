import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** The stems of everything a listing's skills and title say: an index holds them, and candidates are found by them. */
export function stemsOfListing(table: { skills: SQLWrapper; title: SQLWrapper }): SQL<string[]> {
  return sql<string[]>`app.stems(app.join_words(${table.skills}) || ' ' || ${table.title})`;
}
