import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { readCoverageGround } from "#web/features/coverage/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { creditOf } from "#web/features/token/credit.ts";
import { PromiseForm } from "#web/features/token/promise-form.tsx";
import { readPromiseRecord } from "#web/features/token/queries.ts";
import { now, toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.promise");
  return { title: t("headline") };
}

/** Promising one's own time. */
export default async function PromisePage() {
  const [t, session] = await Promise.all([getTranslations("token"), currentSession()]);
  if (!session) redirect(paths.signIn(paths.promise()));
  const at = now();
  const [record, coverage] = await Promise.all([
    readPromiseRecord(database(), session.address),
    readCoverageGround(database(), session.address, at),
  ]);
  return (
    <div className="page-width max-w-3xl">
      <PageHeader parent={{ href: paths.wallet(), name: t("wallet.back") }} title={t("promise.headline")}>
        {t("promise.lead")}
      </PageHeader>
      <Card>
        <PromiseForm
          token={system().token}
          me={session.address}
          credit={creditOf(record, toSeconds(at))}
          coverage={coverage}
          now={toSeconds(at)}
        />
      </Card>
    </div>
  );
}
