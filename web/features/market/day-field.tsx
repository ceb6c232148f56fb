"use client";

import { useTranslations } from "next-intl";
import { CONTROL_STYLE } from "#web/components/ui/control-style.ts";
import { FilterFields } from "#web/features/market/filter-fields.tsx";
import { type MarketFilters, NAMED_DAYS } from "#web/features/market/filters.ts";
import { paths } from "#web/lib/paths.ts";

/** Any other day than those with a name; it takes effect at once. */
export function DayField({ filters }: { filters: MarketFilters }) {
  const t = useTranslations("market.free");
  const date = NAMED_DAYS.some((name) => name === filters.free) ? "" : (filters.free ?? "");
  return (
    <form action={paths.market()} className="px-2 pt-1.5">
      <FilterFields filters={filters} without={["free"]} />
      <input
        // Another page's day is another field's.
        key={date}
        type="date"
        name="free"
        aria-label={t("date")}
        defaultValue={date}
        onChange={(event) => {
          if (event.currentTarget.value) event.currentTarget.form?.requestSubmit();
        }}
        className={CONTROL_STYLE}
      />
    </form>
  );
}
