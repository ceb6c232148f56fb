"use client";

import { useTranslations } from "next-intl";
import { StepPlot } from "#web/components/ui/step-plot.tsx";
import type { BalancePoint } from "#web/features/dashboard/balance-history.ts";

/** What one held. */
export function BalancePlot({ points }: { points: BalancePoint[] }) {
  const t = useTranslations("dashboard.history");
  return <StepPlot points={points} steps={[{ column: "minutes", name: t("held"), tone: "time" }]} precision="moment" />;
}
