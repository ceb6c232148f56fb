import { useTranslations } from "next-intl";
import { isNobody } from "#domain/address.ts";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Deadline } from "#web/components/ui/deadline.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { EndingsTable } from "#web/features/deal/endings-table.tsx";
import { PaymentPills } from "#web/features/deal/payment-pills.tsx";
import { nameOf } from "#web/lib/person-name.ts";
import { Span } from "#web/features/deal/span.tsx";
import { EndButton, FundButton, SignButton, VoidButton } from "#web/features/proposal/proposal-actions.tsx";
import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { paths } from "#web/lib/paths.ts";

/** A proposal: whose turn it is, what is agreed, and what signing or paying would do. */
export function ProposalView({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal");
  const { row, state, viewer, terms, people, listing, now } = view;
  const other = viewer === "buyer" ? row.seller : row.buyer;
  const names = { buyer: nameOf(people, row.buyer), seller: nameOf(people, row.seller), role: viewer };
  const proposer = nameOf(people, row.proposer);
  const theirZone = people[other]?.timeZone;
  return (
    <div className="page-width">
      <PageHeader
        parent={listing ? { href: paths.listing(listing.id), name: listing.title } : { href: paths.deals(), name: t("all") }}
        title={t(`state.${state}`, names)}
        actions={
          terms && (state === "signature" || state === "funding") ? (
            <Deadline at={terms.acceptBy}>{t("answerBy")}</Deadline>
          ) : undefined
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-6 max-lg:order-2">
          <Card aria-labelledby="agreed">
            <CardHeader id="agreed" title={t("view.what")} />
            <p className="text-[1.0625rem] whitespace-pre-line">{row.briefText}</p>
            <Facts className="mt-4">
              <Fact name={t("summary.pays", names)} strong>
                <Amount minutes={row.minutes} />
              </Fact>
              <Fact name={t("summary.starts")}>
                <Instant at={row.deliverFrom} />
                {theirZone ? <Theirs at={row.deliverFrom} timeZone={theirZone} name={nameOf(people, other)} /> : null}
              </Fact>
              <Fact name={t("summary.doneBy")}>
                <Instant at={row.deliverBy} />
              </Fact>
              {terms ? (
                <>
                  <Fact name={t("view.arbiter")}>{nameOf(people, terms.arbiter)}</Fact>
                  {isNobody(terms.appealArbiter) ? null : (
                    <Fact name={t("view.appealArbiter")}>{nameOf(people, terms.appealArbiter)}</Fact>
                  )}
                  <Fact name={t("view.review", names)}>
                    <Span seconds={terms.reviewWindow} />
                  </Fact>
                  <Fact name={t("view.ruling")}>
                    <Span seconds={terms.rulingWindow} />
                  </Fact>
                </>
              ) : null}
            </Facts>
            {terms ? (
              <div className="mt-4">
                <p className="mb-2 text-sm text-soft">{t(view.mint ? "view.paysNew" : "view.paysWith", names)}</p>
                <PaymentPills
                  people={people}
                  tokens={terms.ids.map((tokenId, index) => ({ tokenId, amount: terms.amounts[index] ?? 0n }))}
                />
              </div>
            ) : null}
            {row.note ? (
              <blockquote className="mt-5 border-s-2 border-time ps-4">
                <p className="whitespace-pre-line">{row.note}</p>
                <footer className="mt-1 text-sm text-soft">{proposer}</footer>
              </blockquote>
            ) : null}
          </Card>
          {terms ? (
            <Card aria-labelledby="endings">
              <CardHeader id="endings" title={t("view.endings")} />
              <EndingsTable terms={terms} people={people} now={Math.min(now, terms.deliverBy)} />
            </Card>
          ) : null}
        </div>
        <div className="flex flex-col gap-6 max-lg:contents">
          <Card aria-labelledby="next" className="max-lg:order-1">
            <CardHeader id="next" title={t("view.next")} />
            <ProposalNext view={view} names={names} />
          </Card>
          <Card as="aside" className="max-lg:order-3">
            <Person
              address={other}
              name={people[other]?.name ?? null}
              score={people[other]?.score ?? null}
              href={paths.member(people[other]?.handle ?? other)}
              detail={t(viewer === "buyer" ? "view.gives" : "view.pays")}
              size="large"
            />
          </Card>
        </div>
      </div>
    </div>
  );
}

function ProposalNext({ view, names }: { view: ProposalViewData; names: Record<string, string> }) {
  const t = useTranslations("proposal");
  const { row, state, viewer, terms } = view;
  const end = <EndButton proposalId={row.id} kind={row.proposer === row[viewer] ? "withdraw" : "decline"} />;
  const answer = (key: string, variant: "primary" | "secondary") => (
    <LinkButton href={paths.answerProposal(row.id)} prefetch={false} variant={variant} wide>
      {t(`actions.${key}`)}
    </LinkButton>
  );
  const mine = (state === "payment" || state === "funding") === (viewer === "buyer");
  return (
    <div className="flex flex-col gap-3">
      <p className="text-[0.9375rem] text-soft">{t(`next.${state}`, names)}</p>
      {state === "payment" && mine ? answer("choosePayment", "primary") : null}
      {state === "signature" && mine && terms ? <SignButton proposalId={row.id} terms={terms} /> : null}
      {state === "funding" && mine && terms ? <Funding view={view} /> : null}
      {state === "signature" && !mine && terms && view.payable ? (
        <>
          <FundButton terms={terms} signature={null} mint={view.mint} variant="secondary" />
          <p className="text-sm text-soft">{t("next.fundUnsigned", names)}</p>
        </>
      ) : null}
      {state === "expired" ? answer("proposeAnew", "primary") : null}
      {mine && (state === "signature" || state === "funding") ? answer("counter", "secondary") : null}
      {state === "declined" || state === "withdrawn" ? (
        row.listingId ? <LinkButton href={paths.newProposal(row.listingId)} wide>{t("actions.proposeAnew")}</LinkButton> : null
      ) : state === "funding" && !mine && terms ? (
        <VoidButton proposalId={row.id} terms={terms} />
      ) : (
        end
      )}
    </div>
  );
}

function Funding({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal");
  const { row, terms } = view;
  if (!terms) return null;
  if (!view.payable) return <Notice tone="wrong">{t("next.notPayable")}</Notice>;
  return <FundButton terms={terms} signature={row.signature} mint={view.mint} />;
}

function Theirs({ at, timeZone, name }: { at: Date; timeZone: string; name: string }) {
  const t = useTranslations("proposal.view");
  return (
    <span className="block text-sm text-soft">
      {t("theirs", { name })} <Instant at={at} timeZone={timeZone} />
    </span>
  );
}
