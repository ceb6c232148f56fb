import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

export type TabLink = { href: string; label: ReactNode; count?: number | undefined; current: boolean };

/** Filters and views that live in the URL, as pills in a row that scrolls on a phone. */
export function TabLinks({ label, links }: { label: string; links: TabLink[] }) {
  return (
    <nav aria-label={label} className="-mx-1 scroll-px-1 overflow-x-auto px-1 py-1 [scrollbar-width:none]">
      <ul className="flex gap-2">
        {links.map(({ href, label: name, count, current }) => (
          <li key={href} className={current ? "[scroll-initial-target:nearest]" : undefined}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? "page" : undefined}
              className={classNames(
                "touch-target inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors",
                current ? "border-ink bg-ink text-paper" : "border-line bg-raised text-ink hover:border-edge",
              )}
            >
              {name}
              {count === undefined ? null : <span className={current ? "opacity-80" : "text-soft"}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
