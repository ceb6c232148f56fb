import { useFormatter, useTranslations } from "next-intl";
import { chosenOf } from "#web/features/market/choices.ts";
import { COUNTED } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { useChoiceLabel } from "#web/features/market/use-choice-label.ts";

/** What filters look for, in one line. */
export function useFilterWords(): (filters: MarketFilters) => string {
  const label = useChoiceLabel();
  const format = useFormatter();
  const t = useTranslations("market.distance");
  return (filters) => {
    const chosen = COUNTED.flatMap((facet) => chosenOf(filters, facet).map((choice) => label(facet, choice)));
    const words = filters.q ? [`“${filters.q}”`] : [];
    const near = filters.near ? [t("of", { place: filters.near.place })] : [];
    return format.list([...words, ...chosen, ...near], { type: "unit" });
  };
}
