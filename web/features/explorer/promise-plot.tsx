"use client";

import { useTranslations } from "next-intl";
import { StepPlot } from "#web/components/ui/step-plot.tsx";
import type { PromisePoint } from "#web/features/explorer/promise-queries.ts";

/** What was kept, and on top of it what is owed. */
export function PromisePlot({ points }: { points: PromisePoint[] }) {
  const t = useTranslations("explorer.promise.plot");
  return (
    <StepPlot
      points={points}
      steps={[
        { column: "kept", name: t("kept"), tone: "brand" },
        { column: "owed", name: t("owed"), tone: "time" },
      ]}
      precision="day"
    />
  );
}
