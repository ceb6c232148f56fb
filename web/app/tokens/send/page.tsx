import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { SendForm } from "#web/features/token/send-form.tsx";
import { viewHoldings } from "#web/features/token/holding-view.ts";
import { NothingHeld } from "#web/features/token/nothing-held.tsx";
import { listHoldings } from "#web/features/token/queries.ts";
import { tokenIdSchema } from "#web/features/token/schema.ts";
import { now, toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.send");
  return { title: t("headline") };
}

/** Giving tokens to another member. `?id=` chooses which to begin with. */
export default async function SendPage({ searchParams }: PageProps<"/tokens/send">) {
  const [t, session, { id }] = await Promise.all([getTranslations("token"), currentSession(), searchParams]);
  const first = tokenIdSchema.safeParse(id).data;
  if (!session) redirect(paths.signIn(paths.send(first)));
  const holdings = viewHoldings(await listHoldings(database(), session.address), toSeconds(now())).filter(
    ({ lapsed }) => !lapsed,
  );
  const held = holdings.find(({ tokenId }) => tokenId === first)?.tokenId ?? null;
  return (
    <div className="page-width max-w-3xl">
      <PageHeader parent={{ href: paths.wallet(), name: t("wallet.back") }} title={t("send.headline")}>
        {t("send.lead")}
      </PageHeader>
      <Card>
        {holdings.length > 0 ? (
          <SendForm token={system().token} me={session.address} holdings={holdings} first={held} />
        ) : (
          <NothingHeld />
        )}
      </Card>
    </div>
  );
}
