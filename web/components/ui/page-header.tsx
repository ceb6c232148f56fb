import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

/** The head of a page: where it lies, its one heading, a line about it, and what can be done here. */
export function PageHeader({
  parent,
  title,
  size = "page",
  actions,
  children,
}: {
  /** The page above this one. */
  parent?: { href: string; name: ReactNode } | undefined;
  title: ReactNode;
  size?: "page" | "hero" | undefined;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-7 pb-6 sm:pt-10">
      <div className="min-w-0 max-w-3xl">
        {parent ? (
          <Link
            href={parent.href}
            className="-ms-1 mb-1 inline-flex min-h-9 items-center rounded-sm px-1 text-sm text-soft underline-offset-4 hover:underline"
          >
            {parent.name}
          </Link>
        ) : null}
        <h1 className={classNames(size === "hero" ? "text-hero" : "text-page")}>{title}</h1>
        {children ? <div className="mt-3 max-w-xl text-soft">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3 max-sm:w-full max-sm:[&>:not(span)]:grow">{actions}</div> : null}
    </header>
  );
}
