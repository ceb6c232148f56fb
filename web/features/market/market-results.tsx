import { useTranslations } from "next-intl";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { PageLinks } from "#web/components/ui/page-links.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { ListingCard } from "#web/features/listing/listing-card.tsx";
import { MOST_CANDIDATES } from "#web/features/market/candidates.ts";
import { chosenFacets, marketHref, type MarketFilters, type Sort, withoutFacet } from "#web/features/market/filters.ts";
import { WITHIN } from "#web/features/market/facets.ts";
import { NewsCount, NewsMark } from "#web/features/market/news.tsx";
import type { MarketPage } from "#web/features/market/queries.ts";
import { ReadAs } from "#web/features/market/read-as.tsx";
import { RESULT_GRID_STYLE } from "#web/features/market/result-grid-style.ts";
import { useDistanceText } from "#web/features/place/use-distance-text.ts";
import { paths } from "#web/lib/paths.ts";

/** What is said of those that are looked at, where that is not the newest. */
const CAPPED: Partial<Record<Sort, "cappedByPrice" | "cappedByDistance">> = {
  cheapest: "cappedByPrice",
  dearest: "cappedByPrice",
  nearest: "cappedByDistance",
};

/** The listings found, or what to do where there are none. */
export function MarketResults({ filters, page }: { filters: MarketFilters; page: MarketPage }) {
  const t = useTranslations("market.results");
  return (
    <section aria-label={t("label")}>
      <div role="status" className="mt-3 mb-4 text-sm text-soft">
        <ReadAs filters={filters} words={page.words} />
        {page.capped
          ? t(CAPPED[filters.sort] ?? "capped", { most: MOST_CANDIDATES })
          : t("count", { count: page.total })}
        <NewsCount />
      </div>
      {page.cards.length === 0 ? (
        <NothingFound filters={filters} page={page} />
      ) : (
        <ul className={RESULT_GRID_STYLE}>
          {page.cards.map((card) => (
            <ListingCard key={card.id} listing={card} mark={<NewsMark id={card.id} />} />
          ))}
        </ul>
      )}
      <PageLinks page={filters.page} pages={page.pages} href={(number) => marketHref(filters, { page: number })} />
    </section>
  );
}

function NothingFound({ filters, page: { total, loosen, counts } }: { filters: MarketFilters; page: MarketPage }) {
  const t = useTranslations("market.empty");
  const distance = useDistanceText();
  const tFacets = useTranslations("market.facets");
  const chosen = chosenFacets(filters);
  if (total > 0)
    return <Nothing title={t("beyond.title")} action={t("beyond.action")} href={marketHref(filters)} filter />;
  if (chosen.length === 0)
    return (
      <Nothing title={t("bare.title")} action={t("bare.action")} href={paths.newListing("offer")}>
        {t("bare.body")}
      </Nothing>
    );
  const further = WITHIN.find((km) => filters.within && km > filters.within && counts.distance[km]);
  if (filters.near && filters.within && further)
    return (
      <Nothing
        title={t("far.title", { distance: distance(filters.within), place: filters.near.place })}
        action={t("far.action", { distance: distance(further), count: counts.distance[further] ?? 0 })}
        href={marketHref(filters, { within: further })}
        filter
      >
        {t("far.body")}
      </Nothing>
    );
  const title = filters.q ? t("words", { words: filters.q }) : t("narrowed.title");
  if (loosen)
    return (
      <Nothing
        title={title}
        action={t("loosen.action", { count: loosen.finds })}
        href={marketHref(withoutFacet(filters, loosen.facet))}
        filter
      >
        {t("loosen.body", { facet: tFacets(loosen.facet) })}
      </Nothing>
    );
  return (
    <Nothing title={title} action={t("narrowed.action")} href={paths.market()} filter>
      {t("narrowed.body")}
    </Nothing>
  );
}

function Nothing({
  title,
  action,
  href,
  filter = false,
  children,
}: {
  title: string;
  action: string;
  href: string;
  /** It changes what is searched for. */
  filter?: boolean;
  children?: string;
}) {
  return (
    <EmptyState
      title={title}
      action={
        <LinkButton variant="primary" href={href} {...(filter ? { "data-filter": "" } : {})}>
          {action}
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  );
}
