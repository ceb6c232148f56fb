import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { ConvertForm } from "#web/features/token/convert-form.tsx";
import { viewHoldings } from "#web/features/token/holding-view.ts";
import { NothingHeld } from "#web/features/token/nothing-held.tsx";
import { listHoldings } from "#web/features/token/queries.ts";
import { tokenIdSchema } from "#web/features/token/schema.ts";
import { now, toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.convert");
  return { title: t("headline") };
}

/** Counting the same minutes in another unit. `?id=` chooses which to begin with. */
export default async function ConvertPage({ searchParams }: PageProps<"/tokens/convert">) {
  const [t, session, { id }] = await Promise.all([getTranslations("token"), currentSession(), searchParams]);
  const first = tokenIdSchema.safeParse(id).data;
  if (!session) redirect(paths.signIn(paths.convert(first)));
  const holdings = viewHoldings(await listHoldings(database(), session.address), toSeconds(now())).filter(
    ({ lapsed }) => !lapsed,
  );
  const held = holdings.find(({ tokenId }) => tokenId === first)?.tokenId ?? null;
  return (
    <div className="page-width max-w-3xl">
      <PageHeader parent={{ href: paths.wallet(), name: t("wallet.back") }} title={t("convert.headline")}>
        {t("convert.lead")}
      </PageHeader>
      <Card>
        {holdings.length > 0 ? (
          <ConvertForm token={system().token} holdings={holdings} first={held} />
        ) : (
          <NothingHeld />
        )}
      </Card>
    </div>
  );
}
