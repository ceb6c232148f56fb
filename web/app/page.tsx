import { getTranslations } from "next-intl/server";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { parseFilters } from "#web/features/market/filters.ts";
import { MarketFilterBar } from "#web/features/market/market-filters.tsx";
import { MarketFrame } from "#web/features/market/market-frame.tsx";
import { MarketResults } from "#web/features/market/market-results.tsx";
import { searchMarket } from "#web/features/market/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** The market: what members offer and what they need. */
export default async function MarketPage({ searchParams }: PageProps<"/">) {
  const filters = parseFilters(await searchParams);
  const [t, page] = await Promise.all([getTranslations("market"), searchMarket(database(), filters)]);
  const topics = [...new Set(page.cards.map(({ owner }) => `member:${owner}`))];
  return (
    <div className="page-width">
      <PageHeader
        title={<span className="lg:whitespace-nowrap">{t("headline")}</span>}
        size="hero"
        actions={
          <>
            <LinkButton variant="primary" href={paths.newListing("offer")} prefetch={false}>
              {t("offer")}
            </LinkButton>
            <LinkButton href={paths.newListing("request")} prefetch={false}>
              {t("request")}
            </LinkButton>
          </>
        }
      >
        {t("lead")}
      </PageHeader>
      <MarketFrame
        filters={<MarketFilterBar filters={filters} kinds={page.kinds} categories={page.categories} />}
        results={<MarketResults filters={filters} page={page} />}
      />
      <LiveRefresh topics={topics} />
    </div>
  );
}
