import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { InboxList } from "#web/features/inbox/inbox-list.tsx";
import { InboxRefresh } from "#web/features/inbox/inbox-refresh.tsx";
import { InboxTabs } from "#web/features/inbox/inbox-tabs.tsx";
import { NothingYet } from "#web/features/inbox/nothing-yet.tsx";
import { countUnread } from "#web/features/inbox/queries.ts";
import { readInbox } from "#web/features/inbox/read-inbox.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

const rowId = z.coerce.number().int().positive();

/** Everything the member was told. */
export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.inbox()));
  const before = rowId.safeParse((await searchParams).before).data ?? null;
  const [t, { entries, older }, unread] = await Promise.all([
    getTranslations("inbox"),
    readInbox(database(), session.address, before),
    countUnread(database(), session.address),
  ]);
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <InboxTabs current="inbox" />
      <InboxRefresh unread={unread} />
      {entries.length > 0 || unread > 0 ? (
        <InboxList entries={entries} unread={unread} />
      ) : (
        <NothingYet title={t("empty.title")} body={t("empty.body")} action={t("empty.action")} />
      )}
      {older === null ? null : (
        <p className="mt-6 text-center">
          <LinkButton href={paths.inbox(older)}>{t("older")}</LinkButton>
        </p>
      )}
    </div>
  );
}
