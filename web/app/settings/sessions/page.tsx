import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsTabs } from "#web/components/shell/settings-tabs.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { DeviceList } from "#web/features/session/device-list.tsx";
import { listSessions } from "#web/features/session/sessions.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session.devices");
  return { title: t("title") };
}

export default async function SessionsPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.sessions()));
  const t = await getTranslations("session.devices");
  return (
    <div className="page-width max-w-3xl pb-14">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <SettingsTabs current="devices" />
      <DeviceList sessions={await listSessions(database(), session.address, now())} current={session.idHash} />
    </div>
  );
}
