import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { CATEGORIES } from "#web/features/listing/categories.ts";
import { FilterPill } from "#web/features/market/filter-pill.tsx";
import { FilterSelect } from "#web/features/market/filter-select.tsx";
import { defaultSort, marketHref, type MarketFilters, PRICE_CEILINGS, SORTS } from "#web/features/market/filters.ts";
import type { MarketPage } from "#web/features/market/queries.ts";
import { SearchField } from "#web/features/market/search-field.tsx";
import { paths } from "#web/lib/paths.ts";

/** The search box and the pills. A plain GET form and plain links: the URL is all their state. */
export function MarketFilterBar({
  filters,
  kinds,
  categories,
}: {
  filters: MarketFilters;
  kinds: MarketPage["kinds"];
  categories: MarketPage["categories"];
}) {
  const t = useTranslations("market");
  const tListing = useTranslations("listing");
  const amount = useAmountText();
  const shownCategories = CATEGORIES.filter(({ key }) => categories[key] || filters.category === key);
  const ceilings = [...new Set([...PRICE_CEILINGS, ...(filters.max ? [filters.max] : [])])].sort((a, b) => a - b);
  const usualSort = defaultSort(filters.q);
  const sorts = SORTS.filter((sort) => sort !== "relevance" || filters.q);
  return (
    <>
      <form
        // What was typed belongs to its page: following a link elsewhere and back shows that page's own words.
        key={marketHref(filters)}
        role="search"
        action={paths.market()}
        className="flex flex-wrap items-center gap-2 rounded-[1.25rem] border border-line bg-raised p-2 shadow-card lg:flex-nowrap"
      >
        {filters.kind ? <input type="hidden" name="kind" value={filters.kind} /> : null}
        {filters.category ? <input type="hidden" name="category" value={filters.category} /> : null}
        <SearchField label={t("search.label")} placeholder={t("search.placeholder")} value={filters.q} />
        <div className="-mx-2 flex basis-[calc(100%+1rem)] gap-2 overflow-x-auto px-2 [scrollbar-width:none] max-lg:order-last lg:mx-0 lg:basis-auto lg:px-0">
          <FilterSelect
            name="max"
            label={t("price.label")}
            value={filters.max ? String(filters.max) : ""}
            options={[
              { value: "", label: t("price.any") },
              ...ceilings.map((minutes) => ({
                value: String(minutes),
                label: t("price.upTo", { amount: amount(minutes) }),
              })),
            ]}
          />
          <FilterSelect
            name="remote"
            label={t("where.label")}
            value={filters.remote ? "1" : ""}
            options={[
              { value: "", label: t("where.anywhere") },
              { value: "1", label: tListing("remote") },
            ]}
          />
          <FilterSelect
            name="sort"
            label={t("sort.label")}
            value={filters.sort === usualSort ? "" : filters.sort}
            options={sorts.map((sort) => ({ value: sort === usualSort ? "" : sort, label: t(`sort.${sort}`) }))}
          />
        </div>
        <button type="submit" className={buttonStyle({ variant: "primary" })}>
          <Search aria-hidden="true" className="sm:hidden" />
          <span className="max-sm:sr-only">{t("search.button")}</span>
        </button>
      </form>
      <nav
        aria-label={t("filters")}
        className="-mx-4 mt-3 flex items-center gap-2 overflow-x-auto px-4 py-1.5 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0"
      >
        <FilterPill href={marketHref(filters, { kind: null })} current={!filters.kind} count={kinds.all}>
          {t("everything")}
        </FilterPill>
        {(["offer", "request"] as const).map((kind) => (
          <FilterPill
            key={kind}
            href={marketHref(filters, { kind })}
            current={filters.kind === kind}
            count={kinds[kind]}
          >
            {t(`kinds.${kind}`)}
          </FilterPill>
        ))}
        <span aria-hidden="true" className="mx-1 h-7 w-px shrink-0 bg-line" />
        {shownCategories.map(({ key }) => {
          const current = filters.category === key;
          return (
            <FilterPill
              key={key}
              href={marketHref(filters, { category: current ? null : key })}
              current={current}
              removable={current}
              count={categories[key] ?? 0}
            >
              {tListing(`category.${key}`)}
            </FilterPill>
          );
        })}
      </nav>
    </>
  );
}
