import { useTimeZone, useTranslations } from "next-intl";
import { isNobody } from "#domain/address.ts";
import type { Terms } from "#domain/terms.ts";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PaymentPills } from "#web/features/deal/payment-pills.tsx";
import { Span } from "#web/features/deal/span.tsx";
import { sidesOf } from "#web/features/proposal/proposal-sides.ts";
import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { nameOf } from "#web/lib/person-name.ts";

/** What is proposed: words, time, price, payment, and who decides should the two disagree. */
export function ProposalAgreed({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal");
  const { row, terms, people } = view;
  return (
    <Card aria-labelledby="agreed">
      <CardHeader id="agreed" title={t("view.what")} />
      <p className="text-[1.0625rem] whitespace-pre-line">{row.briefText}</p>
      <Facts className="mt-4">
        <Fact name={t("summary.pays", sidesOf(view))} strong>
          <Amount minutes={row.minutes} />
        </Fact>
        <Fact name={t("summary.starts")}>
          <Instant at={row.deliverFrom} />
          <OtherClock view={view} />
        </Fact>
        <Fact name={t("summary.doneBy")}>
          <Instant at={row.deliverBy} />
        </Fact>
        {terms ? <Ruling terms={terms} view={view} /> : null}
      </Facts>
      {terms ? <Payment terms={terms} view={view} /> : null}
      {row.note ? (
        <blockquote className="mt-5 border-s-2 border-time ps-4">
          <p className="whitespace-pre-line">{row.note}</p>
          <footer className="mt-1 text-sm text-soft">{nameOf(people, row.proposer)}</footer>
        </blockquote>
      ) : null}
    </Card>
  );
}

function Ruling({ terms, view }: { terms: Terms; view: ProposalViewData }) {
  const t = useTranslations("proposal.view");
  const { people } = view;
  return (
    <>
      <Fact name={t("arbiter")}>{nameOf(people, terms.arbiter)}</Fact>
      {isNobody(terms.appealArbiter) ? null : (
        <Fact name={t("appealArbiter")}>{nameOf(people, terms.appealArbiter)}</Fact>
      )}
      <Fact name={t("review", sidesOf(view))}>
        <Span seconds={terms.reviewWindow} />
      </Fact>
      <Fact name={t("ruling")}>
        <Span seconds={terms.rulingWindow} />
      </Fact>
    </>
  );
}

function Payment({ terms, view }: { terms: Terms; view: ProposalViewData }) {
  const t = useTranslations("proposal.view");
  const tokens = terms.ids.map((tokenId, index) => ({ tokenId, amount: terms.amounts[index] ?? 0n }));
  return (
    <div className="mt-4">
      <p className="mb-2 text-sm text-soft">{t(view.mint ? "paysNew" : "paysWith", sidesOf(view))}</p>
      <PaymentPills people={view.people} tokens={tokens} />
    </div>
  );
}

/** The start on the other side's clock, where it is another one. */
function OtherClock({ view: { row, viewer, people } }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.view");
  const own = useTimeZone();
  const other = viewer === "buyer" ? row.seller : row.buyer;
  const zone = people[other]?.timeZone;
  if (!zone || zone === own) return null;
  return (
    <span className="block text-sm text-soft">
      {t("theirs", { name: nameOf(people, other) })} <Instant at={row.deliverFrom} timeZone={zone} />
    </span>
  );
}
