import { CircleAlert, CircleCheck, Hourglass, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

export type NoticeTone = "info" | "good" | "time" | "wrong";

const TONES = {
  info: { icon: Info, style: "bg-sunk text-ink" },
  good: { icon: CircleCheck, style: "bg-brand-tint text-brand" },
  time: { icon: Hourglass, style: "bg-time-tint text-time-ink" },
  wrong: { icon: CircleAlert, style: "bg-warn-tint text-warn" },
} as const;

/** A sentence the reader should not miss, in the flow of the page. `wrong` is read out at once. */
export function Notice({ tone = "info", children }: { tone?: NoticeTone | undefined; children: ReactNode }) {
  const { icon: Icon, style } = TONES[tone];
  return (
    <div
      role={tone === "wrong" ? "alert" : undefined}
      className={classNames("flex items-start gap-3 rounded-control px-4 py-3 text-[0.9375rem]", style)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-[1.125rem] shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
