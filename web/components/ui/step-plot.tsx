"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import type { InstantStyle } from "#web/lib/format-instant.ts";

/** What is drawn: a column of the points, in minutes, and what it is called. */
export type Steps<Column extends string> = { column: Column; name: string; tone: keyof typeof TONES };

const TONES = {
  time: { stroke: "var(--time)", strokeWidth: 2.5, fill: "var(--time-tint)" },
  brand: { stroke: "var(--brand)", strokeWidth: 2, fill: "var(--brand-tint)" },
};
const TEXT = { fill: "var(--soft)", fontSize: 12 };

/**
 * Minutes as steps over time: they change at moments and stay in between.
 * @param steps the lowest first; each stands on the one before
 * @param precision how a point's moment is told
 */
export function StepPlot<Column extends string>({
  points,
  steps,
  precision,
}: {
  points: ({ at: number } & Record<Column, number>)[];
  steps: Steps<Column>[];
  precision: InstantStyle;
}) {
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
          labelFormatter={(at) => when(Number(at), precision)}
          formatter={(minutes) => say(Number(minutes))}
        />
        {steps.map(({ column, name, tone }) => (
          <Area
            key={column}
            dataKey={column}
            name={name}
            stackId="all"
            type="stepAfter"
            {...TONES[tone]}
            isAnimationActive={false}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
}
