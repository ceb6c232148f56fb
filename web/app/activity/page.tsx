import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { ActivityDays } from "#web/features/activity/activity-days.tsx";
import { CommunityTabs } from "#web/features/activity/community-tabs.tsx";
import { readCursor, writeCursor } from "#web/features/activity/cursor.ts";
import { readActivity } from "#web/features/activity/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

/** What happened in the community, the latest first; the first page grows as things happen. */
export default async function ActivityRoute({ searchParams }: PageProps<"/activity">) {
  const before = readCursor((await searchParams).before);
  const [t, session] = await Promise.all([getTranslations("activity"), currentSession()]);
  const page = await readActivity(database(), session?.address ?? null, { before });
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <CommunityTabs current="activity" />
      {page.events.length > 0 ? (
        <ActivityDays page={page} now={now()} />
      ) : before ? (
        <EmptyState
          title={t("end.title")}
          action={<LinkButton href={paths.activity()}>{t("end.action")}</LinkButton>}
        />
      ) : (
        <EmptyState
          title={t("empty.title")}
          action={
            <LinkButton variant="primary" href={paths.newListing("offer")} prefetch={false}>
              {t("empty.action")}
            </LinkButton>
          }
        >
          {t("empty.body")}
        </EmptyState>
      )}
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {before && page.events.length > 0 ? <LinkButton href={paths.activity()}>{t("newest")}</LinkButton> : null}
        {page.next ? (
          <LinkButton href={paths.activity(writeCursor(page.next))} prefetch={false} rel="next">
            {t("older")}
          </LinkButton>
        ) : null}
      </div>
      {before ? null : <LiveRefresh />}
    </div>
  );
}
