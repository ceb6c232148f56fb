import { useTranslations } from "next-intl";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { CoverageLine } from "#web/features/coverage/coverage-line.tsx";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import type { ChainRecord } from "#web/features/member/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** What anyone can recompute from the chain about a member: reputation, deals, and what became of their promises. */
export function ChainRecordCards({
  record,
  name,
  slug,
  coverage,
}: {
  record: ChainRecord;
  name: string;
  /** The handle, or the address where there is none. */
  slug: string;
  coverage: CoverageSummary | null;
}) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <ActivityCard record={record} slug={slug} />
      <PromisesCard promises={record.promises} name={name} slug={slug} coverage={coverage} />
    </div>
  );
}

/** Somebody who took part in nothing yet. */
const NO_ACTIVITY: Omit<NonNullable<ChainRecord["activity"]>, "address" | "firstSeenAt"> = {
  dealsAsBuyer: 0,
  dealsAsSeller: 0,
  completedDeals: 0,
  disputedDeals: 0,
  defaultedDeals: 0,
  minutesGiven: 0,
  minutesGot: 0,
  ratingCount: 0,
  starSum: 0,
};

function ActivityCard({ record: { activity, score }, slug }: { record: ChainRecord; slug: string }) {
  const t = useTranslations("member.profile");
  const done = activity ?? NO_ACTIVITY;
  return (
    <Card aria-labelledby="chain-record">
      <CardHeader id="chain-record" title={t("record")} />
      <div className="mb-3 flex items-center gap-4">
        <Dial share={(score ?? 0) / 100} tone="brand" className="size-20" />
        <div>
          <p className="display text-section tabular-nums">{score === null ? t("reputationNew") : score}</p>
          <p className="text-sm text-soft">
            {t("reputationDetail")}{" "}
            <TextLink href={paths.reputation(slug)} prefetch={false}>
              {t("reputationWhy")}
            </TextLink>
          </p>
        </div>
      </div>
      <Facts>
        <Fact name={t("rating")}>
          {done.ratingCount > 0
            ? t("ratings", { stars: done.starSum / done.ratingCount, count: done.ratingCount })
            : t("ratingsNone")}
        </Fact>
        <Fact name={t("completed")}>{done.completedDeals}</Fact>
        <Fact name={t("asSeller")}>{done.dealsAsSeller}</Fact>
        <Fact name={t("asBuyer")}>{done.dealsAsBuyer}</Fact>
        <Fact name={t("disputed")}>{done.disputedDeals}</Fact>
        <Fact name={t("defaulted")}>{done.defaultedDeals}</Fact>
        <Fact name={t("given")}>
          <Amount minutes={done.minutesGiven} />
        </Fact>
        <Fact name={t("got")}>
          <Amount minutes={done.minutesGot} />
        </Fact>
      </Facts>
    </Card>
  );
}

function PromisesCard({
  promises,
  name,
  slug,
  coverage,
}: {
  promises: ChainRecord["promises"];
  name: string;
  slug: string;
  coverage: CoverageSummary | null;
}) {
  const t = useTranslations("member.profile");
  return (
    <Card aria-labelledby="promises">
      <CardHeader id="promises" title={t("promises")} />
      <p className="mb-3 text-[0.9375rem] text-soft">
        {promises === null ? t("promisesNone", { name }) : t("promisesDetail", { name })}{" "}
        {promises === null ? null : (
          <TextLink href={paths.promises(slug)} prefetch={false}>
            {t("promisesWhy")}
          </TextLink>
        )}
      </p>
      {promises === null ? null : (
        <Facts>
          <Fact name={t("minted")} strong>
            <Amount minutes={promises.mintedMinutes} />
          </Fact>
          <Fact name={t("held")}>
            <Amount minutes={promises.outstandingMinutes - promises.inEscrowMinutes} />
          </Fact>
          <Fact name={t("inEscrow")}>
            <Amount minutes={promises.inEscrowMinutes} />
          </Fact>
          <Fact name={t("redeemed")}>
            <Amount minutes={promises.redeemedMinutes} />
          </Fact>
          <Fact name={t("forgiven")}>
            <Amount minutes={promises.forgivenMinutes} />
          </Fact>
          <Fact name={t("withdrawn")}>
            <Amount minutes={promises.withdrawnMinutes} />
          </Fact>
          <Fact name={t("lapsed")}>
            <Amount minutes={promises.lapsedMinutes} />
          </Fact>
        </Facts>
      )}
      {coverage ? (
        <div className="mt-4 border-t border-line pt-4">
          <CoverageLine coverage={coverage} />
        </div>
      ) : null}
    </Card>
  );
}
