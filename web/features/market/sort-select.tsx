"use client";

import { ArrowDownWideNarrow, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FilterFields } from "#web/features/market/filter-fields.tsx";
import { defaultSort, marketHref, type MarketFilters, SORTS } from "#web/features/market/filters.ts";
import { type Origin, writeOrigin } from "#web/features/market/origin.ts";
import { paths } from "#web/lib/paths.ts";

/** The order of the results; it takes effect at once. @param home from where the nearest come first, unless another place is named */
export function SortSelect({ filters, home }: { filters: MarketFilters; home: Origin | null }) {
  const t = useTranslations("market.sort");
  const from = useRef<HTMLInputElement>(null);
  const usual = defaultSort(filters.q);
  const near = filters.near ?? home;
  const sorts = SORTS.filter((sort) => (sort !== "relevance" || filters.q) && (sort !== "nearest" || near));
  return (
    <form key={marketHref(filters)} action={paths.market()} className="relative inline-flex shrink-0">
      <FilterFields filters={filters} without={["sort", "near"]} />
      <input ref={from} type="hidden" name="near" defaultValue={filters.near ? writeOrigin(filters.near) : ""} />
      <select
        name="sort"
        aria-label={t("label")}
        defaultValue={filters.sort === usual ? "" : filters.sort}
        onChange={({ currentTarget: { value, form } }) => {
          if (value === "nearest" && near && from.current) from.current.value = writeOrigin(near);
          form?.requestSubmit();
        }}
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
