import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { readDealTime } from "#web/features/deal/queries.ts";
import { readFormData } from "#web/features/proposal/form-data.ts";
import { ProposalForm } from "#web/features/proposal/proposal-form.tsx";
import { readProposal } from "#web/features/proposal/queries.ts";
import { termsOfProposal, turnOf } from "#web/features/proposal/stored-proposal.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now, toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposal"))("answerTitle") };
}

/** Answers a proposal with other words, time or minutes; for the buyer, with what to pay with. */
export default async function AnswerProposalPage({ params }: PageProps<"/proposals/[id]/answer">) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.proposal(id.data)));
  const db = database();
  const [t, found, at] = await Promise.all([
    getTranslations("proposal"),
    readProposal(db, session.address, id.data, now()),
    readDealTime(db, now()),
  ]);
  if (!found) notFound();
  const { row, state, listing } = found;
  const viewer = row.buyer === session.address ? ("buyer" as const) : ("seller" as const);
  const turn = turnOf(state);
  const over = state === "declined" || state === "withdrawn";
  if (found.opened || over || (turn !== null && turn !== viewer)) redirect(paths.proposal(row.id));

  const data = await readFormData(db, { buyer: row.buyer, seller: row.seller, viewer }, at);
  const other = nameOf(data.people, viewer === "buyer" ? row.seller : row.buyer);
  const paying = viewer === "buyer" && state === "payment";
  const deliverFrom = toSeconds(row.deliverFrom);
  return (
    <div className="page-width">
      <PageHeader
        parent={{ href: paths.proposal(row.id), name: listing?.title ?? t("one") }}
        title={t(paying ? "headline.choosePayment" : "headline.counter", { name: other })}
      >
        {t(paying ? "lead.choosePayment" : "lead.counter", { name: other })}
      </PageHeader>
      <ProposalForm
        about={{ kind: "answer", proposalId: row.id }}
        viewer={viewer}
        buyer={row.buyer}
        seller={row.seller}
        welcome={listing?.welcome ?? "anyone"}
        start={{
          brief: row.briefText,
          totalMinutes: row.minutes,
          arbiter: termsOfProposal(row)?.arbiter ?? data.arbiters[0]?.address ?? "",
          slot: deliverFrom > at ? { deliverFrom, deliverBy: toSeconds(row.deliverBy) } : null,
        }}
        now={at}
        {...data}
      />
    </div>
  );
}
