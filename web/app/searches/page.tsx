import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { InboxTabs } from "#web/features/inbox/inbox-tabs.tsx";
import { NothingYet } from "#web/features/inbox/nothing-yet.tsx";
import { listSearches } from "#web/features/saved-search/queries.ts";
import { SearchList } from "#web/features/saved-search/search-list.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("savedSearch");
  return { title: t("title") };
}

/** The searches the member keeps. */
export default async function SearchesPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.searches()));
  const [t, searches] = await Promise.all([getTranslations("savedSearch"), listSearches(database(), session.address)]);
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <InboxTabs current="searches" />
      {searches.length > 0 ? (
        <SearchList searches={searches} />
      ) : (
        <NothingYet title={t("empty.title")} body={t("empty.body")} action={t("empty.action")} />
      )}
    </div>
  );
}
