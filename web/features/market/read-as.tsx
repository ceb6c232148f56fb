import { useTranslations } from "next-intl";
import { marketHref, type MarketFilters } from "#web/features/market/filters.ts";
import type { MarketPage } from "#web/features/market/queries.ts";

/** Where typos were put right: what was searched for, and the way to what was typed. */
export function ReadAs({ filters, words }: { filters: MarketFilters; words: MarketPage["words"] }) {
  const t = useTranslations("market.readAs");
  if (words.mistyped === null) return null;
  return (
    <p className="mb-1.5 text-base text-ink">
      {t.rich("meant", { words: words.text, strong: (chunks) => <strong className="font-semibold">{chunks}</strong> })}{" "}
      <a
        href={marketHref(filters, { literally: true })}
        data-filter=""
        className="rounded-sm text-soft underline decoration-edge underline-offset-4 hover:text-ink"
      >
        {t("typed", { words: words.mistyped })}
      </a>
    </p>
  );
}
