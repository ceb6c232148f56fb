import { arcPath } from "#web/components/motif/arc.ts";

/** The sign of the house: a dial with three quarters of an hour on it. */
export function Logo({ className = "size-8" }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <circle
        cx="16"
        cy="16"
        r="14"
        className="stroke-edge"
        strokeWidth="1.6"
        pathLength={12}
        strokeDasharray="0.18 0.82"
        strokeDashoffset="0.09"
        transform="rotate(-90 16 16)"
      />
      <path d={arcPath(16, 16, 7.5, 0, 0.75)} className="stroke-time" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
