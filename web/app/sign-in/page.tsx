import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import type { DemoMember } from "#web/features/demo/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { nextPath } from "#web/features/session/next-path.ts";
import { SignInPanel } from "#web/features/session/sign-in-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = nextPath((await searchParams).next);
  if (await currentSession()) redirect(next);
  const t = await getTranslations("session.signIn");
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <SignInPanel next={next} demoMembers={await demoMembers()} />
    </div>
  );
}

/** Written out here, where the bundler sees the constant: built for any other chain, nothing of it is in the build. */
async function demoMembers(): Promise<DemoMember[]> {
  if (process.env.NEXT_PUBLIC_CHAIN_ID !== "31337") return [];
  const { listDemoMembers } = await import("#web/features/demo/queries.ts");
  return listDemoMembers(database());
}
