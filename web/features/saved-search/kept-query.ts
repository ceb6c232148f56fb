import type { WordQuery } from "#web/features/lexicon/read-query.ts";
import { type MarketFilters, writeFilters } from "#web/features/market/filters.ts";

/**
 * A search as it is kept: what was meant, in its one spelling. The lexicon may read the same typo otherwise one day,
 * and the page one stood on is no part of it.
 */
export function keptQuery(filters: MarketFilters, words: Pick<WordQuery, "text">): string {
  return writeFilters({ ...filters, q: words.text, literally: filters.q !== "", page: 1 });
}
