import { getTimeZone, getTranslations } from "next-intl/server";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { parseFilters } from "#web/features/market/filters.ts";
import { FacetPanel } from "#web/features/market/facet-panel.tsx";
import { MarketFrame } from "#web/features/market/market-frame.tsx";
import { MarketResults } from "#web/features/market/market-results.tsx";
import { MarketToolbar } from "#web/features/market/market-toolbar.tsx";
import { NewsKept } from "#web/features/market/news.tsx";
import { searchMarket } from "#web/features/market/queries.ts";
import { SearchBar } from "#web/features/market/search-bar.tsx";
import { keptQuery } from "#web/features/saved-search/kept-query.ts";
import { findSearch, listNews, type SearchNews } from "#web/features/saved-search/queries.ts";
import { SaveControl } from "#web/features/saved-search/save-control.tsx";
import { readHome } from "#web/features/member/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

const NO_NEWS: SearchNews = { listings: [], until: null };

/** The market: what members offer and what they need. */
export default async function MarketPage({ searchParams }: PageProps<"/">) {
  const filters = parseFilters(await searchParams);
  const [t, timeZone, session] = await Promise.all([getTranslations("market"), getTimeZone(), currentSession()]);
  const [page, home] = await Promise.all([
    searchMarket(database(), filters, { viewer: session?.address ?? null, now: now(), timeZone }),
    session ? readHome(database(), session.address) : null,
  ]);
  const saved = session && (await findSearch(database(), session.address, keptQuery(filters, page.words)));
  const news = saved && session ? await listNews(database(), session.address, saved.id) : NO_NEWS;
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
      <NewsKept search={saved?.id ?? null} news={news.listings}>
        <MarketFrame
          search={<SearchBar filters={filters} />}
          panel={<FacetPanel filters={filters} counts={page.counts} home={home} />}
          toolbar={
            <MarketToolbar
              filters={filters}
              page={page}
              home={home}
              save={
                <SaveControl
                  filters={filters}
                  words={page.words}
                  saved={saved ?? null}
                  newUntil={news.until}
                  signedIn={session !== undefined}
                />
              }
            />
          }
          results={<MarketResults filters={filters} page={page} />}
        />
      </NewsKept>
      <LiveRefresh topics={topics} />
    </div>
  );
}
