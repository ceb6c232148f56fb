import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

/** One filter as a link with its count. A plain anchor: MarketFrame follows it, or the browser does. */
export function FilterPill({
  href,
  current,
  count,
  removable = false,
  children,
}: {
  href: string;
  current: boolean;
  count: number;
  /** Following it takes the filter away. */
  removable?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      data-filter=""
      aria-current={current ? "true" : undefined}
      className={classNames(
        "touch-target inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors",
        current ? "border-ink bg-ink text-paper" : "border-line bg-raised hover:border-edge",
      )}
    >
      {children}
      <span className={classNames("tabular-nums", current ? "opacity-80" : "text-soft")}>{count}</span>
      {removable ? <X aria-hidden="true" className="size-3.5" /> : null}
    </a>
  );
}
