import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsTabs } from "#web/components/shell/settings-tabs.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { BlockedList } from "#web/features/blocking/blocked-list.tsx";
import { listBlocked } from "#web/features/blocking/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("blocking"))("title") };
}

/** Whom one has blocked, each with the way back. */
export default async function BlockedPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.blockedMembers()));
  const [t, blocked] = await Promise.all([getTranslations("blocking"), listBlocked(database(), session.address)]);
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <SettingsTabs current="blocked" />
      {blocked.length > 0 ? (
        <BlockedList blocked={blocked} />
      ) : (
        <EmptyState
          title={t("emptyTitle")}
          action={<LinkButton href={paths.community()}>{t("emptyAction")}</LinkButton>}
        >
          {t("emptyBody")}
        </EmptyState>
      )}
    </div>
  );
}
