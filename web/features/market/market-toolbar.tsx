import type { ReactNode } from "react";
import { chosenOf } from "#web/features/market/choices.ts";
import { ChosenChips } from "#web/features/market/chosen-chips.tsx";
import { FacetPanel } from "#web/features/market/facet-panel.tsx";
import { FacetSheet } from "#web/features/market/facet-sheet.tsx";
import { COUNTED } from "#web/features/market/facets.ts";
import type { MarketFilters } from "#web/features/market/filters.ts";
import { KindLinks } from "#web/features/market/kind-links.tsx";
import type { Origin } from "#web/features/market/origin.ts";
import type { MarketPage } from "#web/features/market/queries.ts";
import { SortSelect } from "#web/features/market/sort-select.tsx";

/** Over the results: kinds and order, and what is chosen. */
export function MarketToolbar({
  filters,
  page,
  home,
  save,
}: {
  filters: MarketFilters;
  page: MarketPage;
  /** Where the member lives who looks; null where that is not known. */
  home: Origin | null;
  /** What keeps this search, where there is one. */
  save: ReactNode;
}) {
  const chosen = COUNTED.filter((facet) => facet !== "kind").flatMap((facet) => chosenOf(filters, facet)).length;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1.5 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        <FacetSheet chosen={chosen} total={page.total}>
          <FacetPanel filters={filters} counts={page.counts} home={home} />
        </FacetSheet>
        <KindLinks filters={filters} counts={page.counts.kind} />
        <span className="ms-auto inline-flex shrink-0 gap-2">
          {save}
          <SortSelect filters={filters} home={home} />
        </span>
      </div>
      <ChosenChips filters={filters} />
    </div>
  );
}
