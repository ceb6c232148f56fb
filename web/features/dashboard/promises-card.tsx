import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { issuer } from "#indexer/ponder.schema.ts";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import { Bar, type BarTone } from "#web/components/ui/bar.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { CoverageLine } from "#web/features/coverage/coverage-line.tsx";
import type { CoverageSummary } from "#web/features/coverage/coverage-summary.ts";
import type { Credit } from "#web/features/token/credit.ts";
import { paths } from "#web/lib/paths.ts";

type Part = { key: string; value: number; tone: BarTone; name: ReactNode };

/** What became of everything a member ever promised; the parts add up to all of it. */
export function PromisesCard({
  record,
  credit,
  holders,
  ownMinutes,
  coverage,
}: {
  /** Null for somebody who never promised anything. */
  record: typeof issuer.$inferSelect | null;
  credit: Credit;
  /** How many other members hold some of it. */
  holders: number;
  /** How much of it is still in the member's own hands. */
  ownMinutes: number;
  /** Null where nobody can say: no hours are kept. */
  coverage: CoverageSummary | null;
}) {
  const t = useTranslations("dashboard.promises");
  const say = useAmountText();
  if (!record)
    return (
      <Card aria-label={t("title")}>
        <EmptyState
          title={t("none.title")}
          action={
            <LinkButton href={paths.promise()} prefetch={false}>
              {t("none.action")}
            </LinkButton>
          }
        >
          {t("none.body", { amount: say(credit.left) })}
        </EmptyState>
      </Card>
    );
  const back = record.forgivenMinutes + record.withdrawnMinutes;
  const parts: Part[] = [
    { key: "kept", value: record.redeemedMinutes, tone: "brand", name: t("kept") },
    {
      key: "held",
      value: record.outstandingMinutes - record.inEscrowMinutes - ownMinutes,
      tone: "time",
      name: t("held", { count: holders }),
    },
    { key: "escrow", value: record.inEscrowMinutes, tone: "pale", name: t("escrow") },
    { key: "lapsed", value: record.lapsedMinutes, tone: "warn", name: t("lapsed") },
    ...(ownMinutes > 0 ? [{ key: "own", value: ownMinutes, tone: "none" as const, name: t("own") }] : []),
    ...(back > 0 ? [{ key: "back", value: back, tone: "none" as const, name: t("back") }] : []),
  ];
  return (
    <Card aria-labelledby="promises">
      <CardHeader id="promises" title={t("title")}>
        {t("lead")}
      </CardHeader>
      <Bar parts={parts} className="h-4.5" />
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        {parts.map(({ key, value, tone, name }) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="flex items-center gap-1.5 text-sm text-soft">
              <span aria-hidden="true" className={DOTS[tone]} />
              {name}
            </dt>
            <dd className="font-semibold">
              <Amount minutes={value} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-[0.9375rem] text-soft">{t("left", { amount: say(credit.left) })}</p>
      {coverage ? (
        <div className="mt-4 border-t border-line pt-4">
          <CoverageLine coverage={coverage} />
        </div>
      ) : null}
    </Card>
  );
}

const DOT = "inline-block size-2.5 rounded-full";

const DOTS: Record<BarTone, string> = {
  brand: `${DOT} bg-brand`,
  time: `${DOT} bg-time`,
  pale: `${DOT} bg-time/45`,
  warn: `${DOT} bg-warn`,
  none: `${DOT} border border-edge`,
};
