import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { MatchesView } from "#web/features/matching/matches-view.tsx";
import { readMatches } from "#web/features/matching/queries.ts";
import { listRings } from "#web/features/ring/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matching");
  return { title: t("title") };
}

/** Those I fit with, and why. */
export default async function MatchesPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.matches()));
  const who = session.address;
  const [matches, rings] = await Promise.all([readMatches(database(), who, now()), listRings(database(), who)]);
  return (
    <>
      <MatchesView matches={matches} rings={rings} />
      <LiveRefresh topics={[`member:${who}`]} />
    </>
  );
}
