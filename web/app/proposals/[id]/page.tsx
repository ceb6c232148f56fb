import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { database } from "#web/db/client.ts";
import { SystemProvider } from "#web/features/deal/system-context.tsx";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { ProposalView } from "#web/features/proposal/proposal-view.tsx";
import { readProposalView } from "#web/features/proposal/read-proposal-view.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposal"))("one") };
}

/** A deal being agreed; once it is paid in, its own page takes over. */
export default async function ProposalPage({ params }: PageProps<"/proposals/[id]">) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.proposal(id.data)));
  const view = await readProposalView(database(), session.address, id.data, now());
  if (!view) notFound();
  const { row, opened } = view;
  if (opened && row.dealId) redirect(paths.deal(row.dealId));
  return (
    <SystemProvider system={system()}>
      <ProposalView view={view} />
      <LiveRefresh topics={[`member:${row.buyer}`, `member:${row.seller}`]} />
    </SystemProvider>
  );
}
