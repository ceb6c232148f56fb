import type { ReactNode } from "react";
import { chosenOf } from "#web/features/market/choices.ts";
import { ChosenChips } from "#web/features/market/chosen-chips.tsx";
import { FacetPanel } from "#web/features/market/facet-panel.tsx";
import { FacetSheet } from "#web/features/market/facet-sheet.tsx";
import { COUNTED } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { KindLinks } from "#web/features/market/kind-links.tsx";
import type { MarketPage } from "#web/features/market/queries.ts";
import { SortSelect } from "#web/features/market/sort-select.tsx";

/** Over the results: kinds and order, and what is chosen. @param save what keeps this search, where there is one */
export function MarketToolbar({ filters, page, save }: { filters: MarketFilters; page: MarketPage; save: ReactNode }) {
  const chosen = COUNTED.filter((facet) => facet !== "kind").flatMap((facet) => chosenOf(filters, facet)).length;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1.5 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        <FacetSheet chosen={chosen} total={page.total}>
          <FacetPanel filters={filters} counts={page.counts} />
        </FacetSheet>
        <KindLinks filters={filters} counts={page.counts.kind} />
        <span className="ms-auto inline-flex shrink-0 gap-2">
          {save}
          <SortSelect filters={filters} />
        </span>
      </div>
      <ChosenChips filters={filters} />
    </div>
  );
}
