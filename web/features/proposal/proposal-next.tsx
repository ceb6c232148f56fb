import { useTranslations } from "next-intl";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { EndButton, FundButton, SignButton, VoidButton } from "#web/features/proposal/proposal-actions.tsx";
import { HoldNote } from "#web/features/proposal/hold-note.tsx";
import { sidesOf } from "#web/features/proposal/proposal-sides.ts";
import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { turnOf } from "#web/features/proposal/stored-proposal.ts";
import { paths } from "#web/lib/paths.ts";

/** What comes next, and the buttons of whoever reads. */
export function ProposalNext({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.next");
  const mine = turnOf(view.state) === view.viewer;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-[0.9375rem] text-soft">{t(view.state, sidesOf(view))}</p>
      <HoldNote view={view} />
      {mine ? <MyTurn view={view} /> : <TheirTurn view={view} />}
    </div>
  );
}

function MyTurn({ view }: { view: ProposalViewData }) {
  const { row, state, terms, taken } = view;
  return (
    <>
      {state === "payment" ? <AnswerLink view={view} label="choosePayment" variant="primary" /> : null}
      {state === "signature" && terms && !taken ? <SignButton proposalId={row.id} terms={terms} /> : null}
      {state === "funding" && !taken ? <Funding view={view} /> : null}
      {state === "payment" ? null : <AnswerLink view={view} label="counter" variant="secondary" />}
      <End view={view} />
    </>
  );
}

function TheirTurn({ view }: { view: ProposalViewData }) {
  const { row, state, terms } = view;
  if (state === "declined" || state === "withdrawn") return <Again view={view} />;
  if (state === "funding" && terms) return <VoidButton proposalId={row.id} terms={terms} />;
  return (
    <>
      {state === "signature" && !view.taken ? <FundUnsigned view={view} /> : null}
      {state === "expired" ? <AnswerLink view={view} label="proposeAnew" variant="primary" /> : null}
      <End view={view} />
    </>
  );
}

function Funding({ view: { row, terms, payable, mint } }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.next");
  if (!terms) return null;
  if (!payable) return <Notice tone="wrong">{t("notPayable")}</Notice>;
  return <FundButton proposalId={row.id} terms={terms} signature={row.signature} mint={mint} />;
}

function FundUnsigned({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.next");
  const { row, terms, payable, mint } = view;
  if (!terms || !payable) return null;
  return (
    <>
      <FundButton proposalId={row.id} terms={terms} signature={null} mint={mint} variant="secondary" />
      <p className="text-sm text-soft">{t("fundUnsigned", sidesOf(view))}</p>
    </>
  );
}

function End({ view: { row, viewer } }: { view: ProposalViewData }) {
  return <EndButton proposalId={row.id} kind={row.proposer === row[viewer] ? "withdraw" : "decline"} />;
}

function Again({ view: { row } }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.actions");
  if (!row.listingId) return null;
  return (
    <LinkButton href={paths.newProposal(row.listingId)} wide>
      {t("proposeAnew")}
    </LinkButton>
  );
}

function AnswerLink({
  view,
  label,
  variant,
}: {
  view: ProposalViewData;
  label: "choosePayment" | "counter" | "proposeAnew";
  variant: "primary" | "secondary";
}) {
  const t = useTranslations("proposal.actions");
  return (
    <LinkButton href={paths.answerProposal(view.row.id)} prefetch={false} variant={variant} wide>
      {t(label)}
    </LinkButton>
  );
}
