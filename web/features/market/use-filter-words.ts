import { useFormatter } from "next-intl";
import { chosenOf } from "#web/features/market/choices.ts";
import { COUNTED } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { useChoiceLabel } from "#web/features/market/use-choice-label.ts";

/** What filters look for, in one line. */
export function useFilterWords(): (filters: MarketFilters) => string {
  const label = useChoiceLabel();
  const format = useFormatter();
  return (filters) => {
    const chosen = COUNTED.flatMap((facet) => chosenOf(filters, facet).map((choice) => label(facet, choice)));
    return format.list(filters.q ? [`“${filters.q}”`, ...chosen] : chosen, { type: "unit" });
  };
}
