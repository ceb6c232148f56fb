import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { database } from "#web/db/client.ts";
import { ProposalForm } from "#web/features/proposal/proposal-form.tsx";
import { readAnswer } from "#web/features/proposal/read-answer.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";
import { nameOf } from "#web/lib/person-name.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposal"))("answerTitle") };
}

/** Answers a proposal with other words, time or minutes; for the buyer, with what to pay with. */
export default async function AnswerProposalPage({ params }: PageProps<"/proposals/[id]/answer">) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.proposal(id.data)));
  const answer = await readAnswer(database(), session.address, id.data, now());
  if (answer === null) notFound();
  if (answer === "closed") redirect(paths.proposal(id.data));

  const t = await getTranslations("proposal");
  const { form, title, paying } = answer;
  const name = nameOf(form.people, form.viewer === "buyer" ? form.seller : form.buyer);
  const about = paying ? "choosePayment" : "counter";
  return (
    <div className="page-width">
      <PageHeader
        parent={{ href: paths.proposal(id.data), name: title ?? t("one") }}
        title={t(`headline.${about}`, { name })}
      >
        {t(`lead.${about}`, { name })}
      </PageHeader>
      <ProposalForm {...form} />
    </div>
  );
}
