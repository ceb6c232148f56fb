import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

/** Rows of a name and a value with hairlines between: who gets what, what a token is. */
export function Facts({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <dl className={classNames("divide-y divide-line", className)}>{children}</dl>;
}

/** One row; `strong` for the one that matters. */
export function Fact({
  name,
  strong = false,
  children,
}: {
  name: ReactNode;
  strong?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
      <dt className="text-[0.9375rem]">{name}</dt>
      <dd className={classNames("ms-auto text-end tabular-nums", strong ? "font-semibold" : "text-[0.9375rem]")}>
        {children}
      </dd>
    </div>
  );
}
