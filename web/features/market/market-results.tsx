import { useTranslations } from "next-intl";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { ListingCard } from "#web/features/listing/listing-card.tsx";
import { CARD_GRID_STYLE } from "#web/features/listing/card-grid-style.ts";
import { isNarrowed, marketHref, type MarketFilters } from "#web/features/market/filters.ts";
import type { MarketPage } from "#web/features/market/queries.ts";
import { PageLinks } from "#web/features/market/page-links.tsx";
import { paths } from "#web/lib/paths.ts";

/** The listings found, or what to do where there are none. */
export function MarketResults({ filters, page }: { filters: MarketFilters; page: MarketPage }) {
  const t = useTranslations("market");
  if (page.cards.length === 0) return <NothingFound filters={filters} total={page.total} />;
  return (
    <section aria-label={t("results.label")}>
      <p role="status" className="mt-4 mb-3 text-sm text-soft">
        {page.closeness === "near" ? `${t("results.near", { words: filters.q })} ` : null}
        {t("results.count", { count: page.total })}
      </p>
      <ul className={CARD_GRID_STYLE}>
        {page.cards.map((card) => (
          <ListingCard key={card.id} listing={card} />
        ))}
      </ul>
      <PageLinks page={filters.page} pages={page.pages} href={(number) => marketHref(filters, { page: number })} />
    </section>
  );
}

function NothingFound({ filters, total }: { filters: MarketFilters; total: number }) {
  const t = useTranslations("market.empty");
  if (total > 0)
    return (
      <EmptyState
        title={t("beyond.title")}
        action={
          <LinkButton variant="primary" href={marketHref(filters)}>
            {t("beyond.action")}
          </LinkButton>
        }
      />
    );
  const kind = isNarrowed(filters) ? "narrowed" : "bare";
  const href = kind === "narrowed" ? paths.market() : paths.newListing("offer");
  return (
    <EmptyState
      title={filters.q ? t("words", { words: filters.q }) : t(`${kind}.title`)}
      action={
        <LinkButton variant="primary" href={href}>
          {t(`${kind}.action`)}
        </LinkButton>
      }
    >
      {t(`${kind}.body`)}
    </EmptyState>
  );
}
