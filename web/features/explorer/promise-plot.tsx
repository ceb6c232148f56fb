"use client";

import { useTranslations } from "next-intl";
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import type { PromisePoint } from "#web/features/explorer/promise-queries.ts";

const TEXT = { fill: "var(--soft)", fontSize: 12 };

/** What is owed, and on top of it what was kept, as steps over time. */
export function PromisePlot({ points }: { points: PromisePoint[] }) {
  const t = useTranslations("explorer.promise.plot");
  const when = useInstantText();
  const say = useAmountText();
  return (
    <ResponsiveContainer width="100%" height={220}>
      <AreaChart data={points} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={(at: number) => when(at, "day")}
          tick={TEXT}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          minTickGap={48}
        />
        <YAxis
          width={64}
          tickFormatter={(minutes: number) => say(Math.round(minutes / 60) * 60)}
          tick={TEXT}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          cursor={{ stroke: "var(--edge)" }}
          contentStyle={{ background: "var(--raised)", border: "1px solid var(--line)", borderRadius: 12 }}
          labelFormatter={(at) => when(Number(at), "day")}
          formatter={(minutes, name) => [say(Number(minutes)), t(name === "kept" ? "kept" : "owed")]}
        />
        <Area
          dataKey="kept"
          stackId="all"
          type="stepAfter"
          stroke="var(--brand)"
          strokeWidth={2}
          fill="var(--brand-tint)"
          isAnimationActive={false}
        />
        <Area
          dataKey="owed"
          stackId="all"
          type="stepAfter"
          stroke="var(--time)"
          strokeWidth={2.5}
          fill="var(--time-tint)"
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
