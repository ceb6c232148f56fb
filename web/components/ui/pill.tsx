import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

export type PillTone = "plain" | "brand" | "time" | "warn" | "ink";

const TONES: Record<PillTone, string> = {
  plain: "border border-line bg-raised text-ink",
  brand: "bg-brand-tint text-brand",
  time: "bg-time-tint text-time-ink",
  warn: "bg-warn-tint text-warn",
  ink: "bg-ink text-paper",
};

/** A short fact: brand for what is kept, time for amounts and deadlines, warn for what is wrong. */
export function Pill({
  tone = "plain",
  icon,
  className,
  children,
}: {
  tone?: PillTone | undefined;
  icon?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full px-3 py-1 text-sm leading-tight font-medium [&_svg]:size-3.5 [&_svg]:shrink-0",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
