import { Check } from "lucide-react";
import { classNames } from "#web/components/class-names.ts";

/** One choice of a facet as a link with its count. A plain anchor: MarketFrame follows it, or the browser does. */
export function FacetChoice({
  href,
  current,
  several,
  nested,
  label,
  count,
}: {
  href: string;
  current: boolean;
  /** Others may be taken beside it: a box, where the only one has a ring. */
  several: boolean;
  /** Stands below the choice it is part of. */
  nested: boolean;
  label: string;
  count: number;
}) {
  return (
    <a
      href={href}
      data-filter=""
      data-choice=""
      aria-current={current ? "true" : undefined}
      className={classNames(
        "group/choice flex min-h-11 items-center gap-3 rounded-[0.625rem] px-2 text-[0.9375rem] transition-colors hover:bg-sunk lg:min-h-9",
        nested && "ms-4",
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "inline-flex size-4.5 shrink-0 items-center justify-center border transition-colors",
          several ? "rounded-[0.3125rem]" : "rounded-full",
          current ? "border-brand bg-brand text-on-brand" : "border-edge bg-raised group-hover/choice:border-ink",
        )}
      >
        {current ? <Check className="size-3" strokeWidth={3.5} /> : null}
      </span>
      <span className={classNames("min-w-0 grow truncate", current && "font-semibold")}>{label}</span>
      <span className="text-sm text-soft tabular-nums">{count}</span>
    </a>
  );
}
