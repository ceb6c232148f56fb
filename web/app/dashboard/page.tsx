import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTimeZone, getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { LATEST, LatestCard } from "#web/features/activity/latest-card.tsx";
import { readActivity } from "#web/features/activity/queries.ts";
import { DashboardView } from "#web/features/dashboard/dashboard-view.tsx";
import { greetingAt } from "#web/features/dashboard/greeting.ts";
import { readDashboard } from "#web/features/dashboard/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

/** What I hold, what runs out, what I promised, what waits for me, and what happened lately. */
export default async function DashboardPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.dashboard()));
  const at = now();
  const [dashboard, timeZone, latest] = await Promise.all([
    readDashboard(database(), session.address, at),
    getTimeZone(),
    readActivity(database(), session.address, { size: LATEST }),
  ]);
  return (
    <>
      <DashboardView
        dashboard={dashboard}
        greeting={greetingAt(at, timeZone)}
        escrow={system().escrow}
        community={<LatestCard page={latest} />}
      />
      <LiveRefresh />
    </>
  );
}
