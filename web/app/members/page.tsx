import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { CommunityTabs } from "#web/features/activity/community-tabs.tsx";
import { DirectoryFilterBar } from "#web/features/directory/directory-filters.tsx";
import { DirectoryResults } from "#web/features/directory/directory-results.tsx";
import { parseFilters } from "#web/features/directory/filters.ts";
import { searchDirectory } from "#web/features/directory/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directory");
  return { title: t("title") };
}

/** Everybody who has joined, but for those the one who looks has blocked. */
export default async function MembersPage({ searchParams }: PageProps<"/members">) {
  const filters = parseFilters(await searchParams);
  const [t, session] = await Promise.all([getTranslations("directory"), currentSession()]);
  const page = await searchDirectory(database(), filters, session?.address ?? null);
  return (
    <div className="page-width pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <CommunityTabs current="members" />
      <DirectoryFilterBar filters={filters} page={page} />
      <DirectoryResults filters={filters} page={page} />
    </div>
  );
}
