import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { FilterFields } from "#web/features/market/filter-fields.tsx";
import { marketHref, type MarketFilters } from "#web/features/market/filters.ts";
import { SearchField } from "#web/features/market/search-field.tsx";
import { paths } from "#web/lib/paths.ts";

/** Where one types what one looks for; what else is chosen stays. A plain GET form. */
export function SearchBar({ filters }: { filters: MarketFilters }) {
  const t = useTranslations("market.search");
  return (
    <form
      // What was typed belongs to its page: following a link elsewhere and back shows that page's own words.
      key={marketHref(filters)}
      role="search"
      action={paths.market()}
      className="flex items-center gap-2 rounded-[1.25rem] border border-line bg-raised p-2 shadow-card"
    >
      <FilterFields filters={filters} without={["q", "literally"]} />
      <SearchField filters={filters} />
      <button type="submit" className={buttonStyle({ variant: "primary" })}>
        <Search aria-hidden="true" className="sm:hidden" />
        <span className="max-sm:sr-only">{t("button")}</span>
      </button>
    </form>
  );
}
