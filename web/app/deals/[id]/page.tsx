import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { Hex } from "viem";
import { database } from "#web/db/client.ts";
import { DealPage } from "#web/features/deal/deal-page.tsx";
import { readDealView } from "#web/features/deal/deal-view.ts";
import { dealIdField } from "#web/features/deal/schema.ts";
import { SystemProvider } from "#web/features/deal/system-context.tsx";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { system } from "#web/lib/system.ts";

const readView = cache(async (id: Hex) => {
  const session = await currentSession();
  return readDealView(database(), id, session?.address ?? null, now());
});

export async function generateMetadata({ params }: PageProps<"/deals/[id]">): Promise<Metadata> {
  const t = await getTranslations("deal");
  const id = dealIdField.safeParse((await params).id);
  const view = id.success ? await readView(id.data) : null;
  return { title: view?.title ?? t("one") };
}

/** One deal: what happened, what comes, and what the reader can do. */
export default async function DealRoute({ params }: PageProps<"/deals/[id]">) {
  const id = dealIdField.safeParse((await params).id);
  if (!id.success) notFound();
  const view = await readView(id.data);
  if (!view) notFound();
  return (
    <SystemProvider system={system()}>
      <DealPage view={view} />
      <LiveRefresh topics={[`deal:${view.id}`]} />
    </SystemProvider>
  );
}
