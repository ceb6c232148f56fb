"use client";

import { ArrowDownWideNarrow, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { FilterFields } from "#web/features/market/filter-fields.tsx";
import { defaultSort, marketHref, type MarketFilters, SORTS } from "#web/features/market/filters.ts";
import { paths } from "#web/lib/paths.ts";

/** The order of the results; it takes effect at once. */
export function SortSelect({ filters }: { filters: MarketFilters }) {
  const t = useTranslations("market.sort");
  const usual = defaultSort(filters.q);
  const sorts = SORTS.filter((sort) => sort !== "relevance" || filters.q);
  return (
    <form key={marketHref(filters)} action={paths.market()} className="relative inline-flex shrink-0">
      <FilterFields filters={filters} without={["sort"]} />
      <select
        name="sort"
        aria-label={t("label")}
        defaultValue={filters.sort === usual ? "" : filters.sort}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className="touch-target min-h-9 max-w-48 appearance-none rounded-full border border-line bg-raised ps-9 pe-8 text-sm font-medium text-ink hover:border-edge"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort === usual ? "" : sort}>
            {t(sort)}
          </option>
        ))}
      </select>
      <ArrowDownWideNarrow
        aria-hidden="true"
        className="pointer-events-none absolute inset-s-3 top-1/2 size-4 -translate-y-1/2 text-soft"
      />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-3 top-1/2 size-3.5 -translate-y-1/2 text-soft"
      />
    </form>
  );
}
