"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type ReactNode, type SubmitEvent, useTransition } from "react";
import { CardSkeletons } from "#web/features/market/card-skeletons.tsx";
import { paths } from "#web/lib/paths.ts";

/**
 * Makes the market's plain links and its plain form quick where there is JavaScript: the filters stay, and the results
 * show their shape until the new ones are there. Without JavaScript both work as the browser knows them.
 */
export function MarketFrame({
  search,
  panel,
  toolbar,
  results,
}: {
  search: ReactNode;
  /** The facets, beside the results on a desk. */
  panel: ReactNode;
  toolbar: ReactNode;
  results: ReactNode;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (href: string, scroll = false) => start(() => router.push(href, { scroll }));

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-filter]");
    const href = link?.getAttribute("href");
    if (!href) return;
    event.preventDefault();
    // Another page of results is read from its beginning.
    go(href, link?.rel !== "");
  };

  const onSubmit = (event: SubmitEvent<HTMLElement>) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(event.target))
      if (typeof value === "string" && value) parameters.set(name, value);
    const query = parameters.toString();
    go(query ? `${paths.market()}?${query}` : paths.market());
  };

  return (
    <div onClickCapture={onClick} onSubmit={onSubmit} onKeyDown={moveAmongChoices}>
      {search}
      <div className="mt-3 lg:mt-6 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:gap-8">
        <aside className="max-lg:hidden">{panel}</aside>
        <div>
          {toolbar}
          <div aria-busy={pending}>{pending ? <CardSkeletons /> : results}</div>
        </div>
      </div>
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Among the choices of the facets, arrows go from one to the next, past the names of the facets. */
function moveAmongChoices(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const target = event.target as Element;
  const panel = target.closest("[data-facets]");
  if (!step || !panel || !target.matches("summary, a")) return;
  const stops = [...panel.querySelectorAll<HTMLElement>("summary, details[open] a[data-choice]")];
  stops[stops.indexOf(target as HTMLElement) + step]?.focus();
  event.preventDefault();
}
