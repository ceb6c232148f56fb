import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { TabLinks } from "#web/components/ui/tab-links.tsx";
import { database } from "#web/db/client.ts";
import { DealList } from "#web/features/deal/deal-list.tsx";
import { DEAL_TABS, readDealLists, type DealTab } from "#web/features/deal/deal-lists.ts";
import { writeLines } from "#web/features/deal/write-lines.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deal"))("all") };
}

/** Everything the reader is in: what asks something of them first. */
export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const { tab: wanted, as } = await searchParams;
  const tab: DealTab = as === "arbiter" ? "arbiter" : (DEAL_TABS.find((known) => known === wanted) ?? "needsMe");
  const session = await currentSession();
  if (!session) redirect(paths.signIn(tab === "arbiter" ? paths.arbiter() : paths.deals()));
  const [t, lists, lines] = await Promise.all([
    getTranslations("deal.list"),
    readDealLists(database(), session.address, now()),
    writeLines(),
  ]);
  const shown = DEAL_TABS.filter((name) => name !== "arbiter" || tab === name || lists.tabs.arbiter.deals.length > 0);
  const count = (name: DealTab) => lists.tabs[name].deals.length + lists.tabs[name].proposals.length;
  return (
    <div className="page-width">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <TabLinks
        label={t("tabs")}
        links={shown.map((name) => ({
          href: name === "arbiter" ? paths.arbiter() : paths.dealsTab(name),
          label: t(`tab.${name}`),
          count: count(name),
          current: name === tab,
        }))}
      />
      <div className="mt-5">
        <DealList
          lines={lines(lists.tabs[tab], lists.people, session.address)}
          empty={
            <EmptyState
              title={t(`empty.${tab}.title`)}
              action={<LinkButton href={paths.market()}>{t("toMarket")}</LinkButton>}
            >
              {t(`empty.${tab}.body`)}
            </EmptyState>
          }
        />
      </div>
      <LiveRefresh topics={[`member:${session.address}`]} />
    </div>
  );
}
