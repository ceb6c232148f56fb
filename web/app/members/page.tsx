import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { MemberCard } from "#web/features/member/member-card.tsx";
import { listMembers } from "#web/features/member/queries.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.directory");
  return { title: t("title") };
}

export default async function MembersPage() {
  const [t, members] = await Promise.all([getTranslations("member.directory"), listMembers(database())]);
  return (
    <div className="page-width pb-14">
      <PageHeader title={t("title")}>{t("lead", { count: members.length })}</PageHeader>
      {members.length === 0 ? (
        <EmptyState
          title={t("emptyTitle")}
          action={
            <LinkButton variant="primary" href={paths.signIn()} prefetch={false}>
              {t("emptyAction")}
            </LinkButton>
          }
        >
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {members.map((entry) => (
            <MemberCard key={entry.address} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}
