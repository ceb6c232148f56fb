"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Skeleton } from "#web/components/ui/skeleton.tsx";
import type { PromisePoint } from "#web/features/explorer/promise-queries.ts";

// Plots are heavy: they come after the page.
const PromisePlot = dynamic(async () => (await import("#web/features/explorer/promise-plot.tsx")).PromisePlot, {
  ssr: false,
  loading: () => <Skeleton className="h-55" />,
});

/** An issuer's promises over time, drawn and said. */
export function PromiseHistory({ points }: { points: PromisePoint[] }) {
  const t = useTranslations("explorer.promise.plot");
  const when = useInstantText();
  const say = useAmountText();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title={t("title")}>
        <span className="inline-flex flex-wrap gap-x-4 text-sm text-soft">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-full bg-time" />
            {t("owed")}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 rounded-full bg-brand" />
            {t("kept")}
          </span>
        </span>
      </CardHeader>
      <figure>
        <div aria-hidden="true">
          <PromisePlot points={points} />
        </div>
        <figcaption className="mt-3 text-sm text-soft">
          {t("caption", { since: when(first.at - 1, "day"), owed: say(last.owed), kept: say(last.kept) })}
        </figcaption>
      </figure>
    </Card>
  );
}
