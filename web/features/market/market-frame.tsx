"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, type SubmitEvent, useTransition } from "react";
import { CardSkeletons } from "#web/features/market/card-skeletons.tsx";
import { paths } from "#web/lib/paths.ts";

/**
 * Makes the market's plain links and its plain form quick where there is JavaScript: the filters stay, and the results
 * show their shape until the new ones are there. Without JavaScript both work as the browser knows them.
 */
export function MarketFrame({ filters, results }: { filters: ReactNode; results: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (href: string) => start(() => router.push(href, { scroll: false }));

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-filter]");
    const href = link?.getAttribute("href");
    if (!href) return;
    event.preventDefault();
    go(href);
  };

  const onSubmit = (event: SubmitEvent<HTMLElement>) => {
    event.preventDefault();
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(event.target))
      if (typeof value === "string" && value) parameters.set(name, value);
    const query = parameters.toString();
    go(query ? `${paths.market()}?${query}` : paths.market());
  };

  return (
    <div onClick={onClick} onSubmit={onSubmit}>
      {filters}
      <div aria-busy={pending}>{pending ? <CardSkeletons /> : results}</div>
    </div>
  );
}
