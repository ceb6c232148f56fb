import { classNames } from "#web/components/class-names.ts";

export type BarTone = "brand" | "time" | "warn" | "pale" | "none";

const TONES: Record<BarTone, string> = {
  brand: "bg-brand",
  time: "bg-time",
  warn: "bg-warn",
  pale: "bg-time/45",
  none: "bg-transparent",
};

/** Parts of a whole, side by side. An ornament: the numbers stand beside it in words. */
export function Bar({
  parts,
  whole,
  className = "h-3",
}: {
  parts: { key: string; value: number; tone: BarTone }[];
  /** What the full width means; the sum of the parts unless given. */
  whole?: number | undefined;
  className?: string | undefined;
}) {
  const shown = parts.filter(({ value }) => value > 0);
  const total = whole ?? shown.reduce((sum, { value }) => sum + value, 0);
  return (
    <div aria-hidden="true" className={classNames("flex gap-0.5 overflow-hidden rounded-full bg-sunk", className)}>
      {shown.map(({ key, value, tone }) => (
        <span
          key={key}
          className={classNames("min-w-1 last:rounded-e-full", TONES[tone])}
          style={{ inlineSize: `${total > 0 ? Math.min(100, (value / total) * 100) : 0}%` }}
        />
      ))}
    </div>
  );
}
