import { useTranslations } from "next-intl";
import { chosenFacets, type MarketFilters } from "#web/features/market/filters.ts";
import type { MarketPage } from "#web/features/market/queries.ts";
import { useFilterWords } from "#web/features/market/use-filter-words.ts";
import { keptQuery } from "#web/features/saved-search/kept-query.ts";
import { SaveSearch } from "#web/features/saved-search/save-search.tsx";
import { SAVED_SEARCH_LIMITS } from "#web/features/saved-search/schema.ts";

/** What keeps the market's present search; nothing where nothing is searched for. */
export function SaveControl({
  filters,
  words,
  saved,
  newUntil,
  signedIn,
}: {
  filters: MarketFilters;
  words: MarketPage["words"];
  saved: { id: string; name: string } | null;
  newUntil: Date | null;
  signedIn: boolean;
}) {
  const t = useTranslations("savedSearch");
  const describe = useFilterWords();
  if (chosenFacets(filters).length === 0) return null;
  const suggestion = filters.q ? words.text : describe(filters);
  return (
    <SaveSearch
      query={keptQuery(filters, words)}
      saved={saved}
      newUntil={newUntil?.toJSON() ?? null}
      suggestion={suggestion.slice(0, SAVED_SEARCH_LIMITS.nameLongest) || t("unnamed")}
      signedIn={signedIn}
    />
  );
}
