import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Deadline } from "#web/components/ui/deadline.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { EndingsTable } from "#web/features/deal/endings-table.tsx";
import { ProposalAgreed } from "#web/features/proposal/proposal-agreed.tsx";
import { ProposalNext } from "#web/features/proposal/proposal-next.tsx";
import { sidesOf } from "#web/features/proposal/proposal-sides.ts";
import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { paths } from "#web/lib/paths.ts";

/** A proposal: whose turn it is, what is agreed, and what signing or paying would do. */
export function ProposalView({ view }: { view: ProposalViewData }) {
  const t = useTranslations("proposal");
  const { state, terms, people, listing, now } = view;
  const answerBy = state === "signature" || state === "funding" ? terms?.acceptBy : undefined;
  return (
    <div className="page-width">
      <PageHeader
        parent={
          listing ? { href: paths.listing(listing.id), name: listing.title } : { href: paths.deals(), name: t("all") }
        }
        title={t(`state.${state}`, sidesOf(view))}
        actions={answerBy === undefined ? undefined : <Deadline at={answerBy}>{t("answerBy")}</Deadline>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-6 max-lg:order-2">
          <ProposalAgreed view={view} />
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
            <ProposalNext view={view} />
          </Card>
          <Card as="aside" className="max-lg:order-3">
            <OtherSide view={view} />
          </Card>
        </div>
      </div>
    </div>
  );
}

function OtherSide({ view: { row, viewer, people } }: { view: ProposalViewData }) {
  const t = useTranslations("proposal.view");
  const other = viewer === "buyer" ? row.seller : row.buyer;
  const known = people[other];
  return (
    <Person
      address={other}
      name={known?.name ?? null}
      photoId={known?.photoId}
      score={known?.score ?? null}
      href={paths.member(known?.handle ?? other)}
      detail={t(viewer === "buyer" ? "gives" : "pays")}
      size="large"
    />
  );
}
