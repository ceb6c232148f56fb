import type { ReactNode } from "react";
import { Bar, type BarTone } from "#web/components/ui/bar.tsx";

export type BarRow = { key: string; name: ReactNode; value: number; tone: BarTone; shown: ReactNode };

/** A small bar chart whose rows read as a list: a name, a bar, the value in words. */
export function BarRows({ rows }: { rows: BarRow[] }) {
  const longest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <dl className="grid grid-cols-[auto_minmax(5rem,1fr)_auto] items-center gap-x-4 gap-y-3 text-[0.9375rem]">
      {rows.map(({ key, name, value, tone, shown }) => (
        <div key={key} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="contents">
            <Bar parts={[{ key, value, tone }]} whole={longest} />
            <span className="text-end whitespace-nowrap tabular-nums">{shown}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
