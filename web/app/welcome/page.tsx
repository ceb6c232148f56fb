import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { JoinForm } from "#web/features/member/join-form.tsx";
import { readProfile } from "#web/features/member/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { nextPath } from "#web/features/session/next-path.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("member.join");
  return { title: t("title") };
}

/** Where every sign-in arrives: newcomers say who they are, members go on. */
export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const next = nextPath((await searchParams).next);
  const session = await currentSession();
  if (!session) redirect(paths.signIn(next));
  if (await readProfile(database(), session.address)) redirect(next);
  const t = await getTranslations("member.join");
  return (
    <div className="page-width max-w-2xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <Card>
        <JoinForm next={next} />
      </Card>
    </div>
  );
}
