import { arcPath } from "#web/components/motif/arc.ts";
import { classNames } from "#web/components/class-names.ts";

export type DialTone = "time" | "brand" | "warn";

const TONES: Record<DialTone, { arc: string; track: string }> = {
  time: { arc: "stroke-time", track: "stroke-time-tint" },
  brand: { arc: "stroke-brand", track: "stroke-brand-tint" },
  warn: { arc: "stroke-warn", track: "stroke-warn-tint" },
};

/**
 * Time as a part of a turn: the arc of what is held, kept or done.
 * @param share 0 to 1; more is a full turn
 * @param label what it shows, in words; without one it is an ornament beside words that say it
 */
export function Dial({
  share,
  tone = "time",
  label,
  ticks = false,
  className = "size-36",
}: {
  share: number;
  tone?: DialTone | undefined;
  label?: string | undefined;
  /** Twelve marks around, as on a clock: for a large dial. */
  ticks?: boolean | undefined;
  className?: string | undefined;
}) {
  const length = Math.min(Math.max(share, 0), 1);
  const named = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg viewBox="0 0 120 120" fill="none" {...named} className={classNames("shrink-0", className)}>
      {ticks ? (
        <circle
          cx="60"
          cy="60"
          r="56.5"
          className="stroke-edge/60"
          strokeWidth="3"
          pathLength={12}
          strokeDasharray="0.06 0.94"
          strokeDashoffset="0.03"
          transform="rotate(-90 60 60)"
        />
      ) : null}
      <circle cx="60" cy="60" r="47" className={TONES[tone].track} strokeWidth="10" />
      {length > 0 ? (
        <path d={arcPath(60, 60, 47, 0, length)} className={TONES[tone].arc} strokeWidth="10" strokeLinecap="round" />
      ) : null}
    </svg>
  );
}
