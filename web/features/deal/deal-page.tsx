import { readBrief } from "#domain/brief.ts";
import { useTranslations } from "next-intl";
import { Address } from "#web/components/ui/address.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Deadline } from "#web/components/ui/deadline.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { AgreedListingDetails } from "#web/features/deal/agreed-listing.tsx";
import { ActingProvider } from "#web/features/deal/action-context.tsx";
import { ClaimsCard } from "#web/features/deal/claims-card.tsx";
import { ConsentCards } from "#web/features/deal/consent-card.tsx";
import { DealActions } from "#web/features/deal/deal-actions.tsx";
import { DealPeople } from "#web/features/deal/deal-people.tsx";
import { BookedTime } from "#web/features/deal/booked-time.tsx";
import { NoTimeAgreed } from "#web/features/deal/no-time-agreed.tsx";
import { DealTimeline } from "#web/features/deal/deal-timeline.tsx";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { EndingsTable } from "#web/features/deal/endings-table.tsx";
import { namesOf } from "#web/features/deal/names.ts";
import { RatingsCard } from "#web/features/deal/ratings-card.tsx";
import { screenStatusOf } from "#web/features/deal/situation.ts";
import { Span } from "#web/features/deal/span.tsx";
import { ReceiptCard } from "#web/features/receipt/receipt-card.tsx";
import { paths } from "#web/lib/paths.ts";

/** A deal as one reader sees it: a sentence for a headline, the timeline, and beside it what can be done. */
export function DealPage({ view }: { view: DealView }) {
  const t = useTranslations("deal");
  const { situation, stage, terms, row, state, people, now } = view;
  const names = namesOf(view);
  const sentence = { ...names, role: view.voice };
  const live = stage.deadline !== null;
  return (
    <ActingProvider
      deal={{
        id: view.id,
        state,
        terms,
        defaulted: view.defaulted,
        who: view.who,
        role: view.role,
        situation,
        actions: view.actions,
        names,
        people,
        consents: view.consents,
        brief: wordsOfBrief(view),
        now,
      }}
    >
      <div className="page-width">
        <PageHeader
          parent={{ href: paths.deals(), name: view.title ? `${t("all")} / ${view.title}` : t("all") }}
          title={t(`headline.${situation}`, sentence)}
          actions={
            stage.deadline !== null && stage.dueOutcome === null ? (
              <Deadline at={stage.deadline} tone={view.voice === "other" ? "plain" : "time"}>
                {t(`deadline.${situation}`, sentence)}
              </Deadline>
            ) : (
              <Pill tone={situation === "completed" ? "brand" : "plain"}>
                {t(`status.${screenStatusOf(situation)}`)}
              </Pill>
            )
          }
        />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex flex-col gap-6 max-lg:contents">
            <Card aria-label={t("timeline.label")} className="max-lg:order-3">
              <DealTimeline view={view} />
            </Card>
            <div className="max-lg:order-2 empty:hidden">
              <RatingsCard view={view} />
            </div>
            {live ? (
              <Card aria-labelledby="endings" className="max-lg:order-5">
                <CardHeader id="endings" title={t("endings.title")} />
                <EndingsTable state={state} terms={terms} people={people} now={now} />
              </Card>
            ) : null}
            <div className="max-lg:order-6">
              <Agreement view={view} />
            </div>
          </div>
          <div className="flex flex-col gap-6 max-lg:contents">
            <div className="flex flex-col gap-6 max-lg:order-1 empty:hidden">
              {view.time.missing && stage.dueOutcome === null ? <NoTimeAgreed /> : null}
              <ConsentCards />
              <DealActions />
              <BookedTime view={view} />
              <ClaimsCard claims={view.claims} />
            </div>
            <div className="max-lg:order-4">
              <DealPeople view={view} />
            </div>
            {row.status === "closed" ? (
              <div className="max-lg:order-7">
                <ReceiptCard dealId={view.id} />
              </div>
            ) : null}
          </div>
        </div>
      </div>
    </ActingProvider>
  );
}

/** What both sides said, without the listing behind it. */
function wordsOfBrief({ words, row }: DealView): string | null {
  const brief = words[row.brief];
  return brief ? readBrief(brief.body).words : null;
}

function Agreement({ view }: { view: DealView }) {
  const t = useTranslations("deal.agreement");
  const { terms, row, id, role } = view;
  const brief = view.words[row.brief];
  const agreed = brief ? readBrief(brief.body) : null;
  return (
    <Card aria-labelledby="agreement">
      <CardHeader id="agreement" title={t("title")} />
      {agreed ? (
        <p dir="auto" className="mb-3 whitespace-pre-line">
          {agreed.words}
        </p>
      ) : (
        <p className="mb-3 text-soft">{t(role === "stranger" ? "private" : "unknown")}</p>
      )}
      {agreed?.listing ? (
        <AgreedListingDetails agreed={agreed.listing} today={view.listing} listingId={view.listingId} />
      ) : null}
      <Facts>
        <Fact name={t("price")}>
          <Amount minutes={row.minutes} />
        </Fact>
        <Fact name={t("acceptBy")}>
          <Instant at={terms.acceptBy} />
        </Fact>
        <Fact name={t("review")}>
          <Span seconds={terms.reviewWindow} />
        </Fact>
        <Fact name={t("ruling")}>
          <Span seconds={terms.rulingWindow} />
        </Fact>
        <Fact name={t("id")}>
          <Address value={id} name={t("id")} />
        </Fact>
        <Fact name={t("seal")}>
          <Address value={terms.brief} name={t("seal")} />
        </Fact>
      </Facts>
    </Card>
  );
}
