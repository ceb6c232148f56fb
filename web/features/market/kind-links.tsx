import { useTranslations } from "next-intl";
import { FilterPill } from "#web/features/market/filter-pill.tsx";
import { marketHref, type MarketFilters } from "#web/features/market/filters.ts";

/** Offers, requests, or both, each with how many there are. */
export function KindLinks({ filters, counts }: { filters: MarketFilters; counts: Record<string, number> }) {
  const t = useTranslations("market");
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <FilterPill href={marketHref(filters, { kind: null })} current={!filters.kind} count={all}>
        {t("everything")}
      </FilterPill>
      {(["offer", "request"] as const).map((kind) => (
        <FilterPill
          key={kind}
          href={marketHref(filters, { kind })}
          current={filters.kind === kind}
          count={counts[kind] ?? 0}
        >
          {t(`kinds.${kind}`)}
        </FilterPill>
      ))}
    </>
  );
}
