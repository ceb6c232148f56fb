"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Skeleton } from "#web/components/ui/skeleton.tsx";
import type { BalancePoint } from "#web/features/dashboard/balance-history.ts";

// Plots are heavy: they come after the page.
const BalancePlot = dynamic(async () => (await import("#web/features/dashboard/balance-plot.tsx")).BalancePlot, {
  ssr: false,
  loading: () => <Skeleton className="h-55" />,
});

/** The balance over time, drawn and said. */
export function HistoryCard({ points }: { points: BalancePoint[] }) {
  const t = useTranslations("dashboard.history");
  const when = useInstantText();
  const say = useAmountText();
  const [first] = points;
  if (!first) return null;
  const most = points.reduce((top, point) => (point.minutes > top.minutes ? point : top), first);
  const day = (at: number) => when(at, "day");
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title={t("title")} />
      <figure>
        <div aria-hidden="true">
          <BalancePlot points={points} />
        </div>
        <figcaption className="mt-3 text-sm text-soft">
          {t("caption", { since: day(first.at), most: say(most.minutes), mostDay: day(most.at) })}
        </figcaption>
      </figure>
    </Card>
  );
}
