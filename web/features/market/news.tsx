"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState } from "react";
import { Pill } from "#web/components/ui/pill.tsx";

const News = createContext<ReadonlySet<string>>(new Set());

/**
 * Keeps what was new of a search when one came as new for as long as one looks at it, though the server, asked anew
 * whenever something happens, takes it for seen by then.
 */
export function NewsKept({
  search,
  news,
  children,
}: {
  /** Whose news it is; null where the search is nobody's. */
  search: string | null;
  /** The ids of the listings that are new by now. */
  news: readonly string[];
  children: ReactNode;
}) {
  const [kept, setKept] = useState({ search, ids: new Set(news) });
  if (kept.search !== search) setKept({ search, ids: new Set(news) });
  else if (news.some((id) => !kept.ids.has(id))) setKept({ search, ids: new Set([...kept.ids, ...news]) });
  return <News value={kept.ids}>{children}</News>;
}

/** How many are new; nothing where none is. */
export function NewsCount() {
  const t = useTranslations("market.results");
  const { size } = use(News);
  return size > 0 ? <strong className="font-semibold text-brand"> {t("news", { count: size })}</strong> : null;
}

/** Marks a listing that is new; nothing for any other. */
export function NewsMark({ id }: { id: string }) {
  const t = useTranslations("listing");
  return use(News).has(id) ? <Pill tone="brand">{t("isNew")}</Pill> : null;
}
