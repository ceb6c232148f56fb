"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { paths } from "#web/lib/paths.ts";

/** The field of the market's search has this id; ⌘K (Ctrl K) leads to it from anywhere. */
export const SEARCH_FIELD_ID = "market-search";

export function SearchButton() {
  const t = useTranslations("common.search");
  const router = useRouter();

  const goToSearch = useCallback(() => {
    const field = document.getElementById(SEARCH_FIELD_ID);
    if (field) field.focus();
    else router.push(`${paths.market()}#${SEARCH_FIELD_ID}`);
  }, [router]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      goToSearch();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [goToSearch]);

  return (
    <button
      type="button"
      onClick={goToSearch}
      aria-keyshortcuts="Meta+K Control+K"
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full text-sm font-medium text-soft transition-colors hover:text-ink lg:border lg:border-line lg:bg-raised lg:px-4 lg:hover:border-edge"
    >
      <Search aria-hidden="true" className="size-5 lg:size-4" />
      <span className="text-ink max-lg:sr-only">{t("button")}</span>
      <kbd aria-hidden="true" className="hidden font-sans text-xs lg:inline">
        ⌘K
      </kbd>
    </button>
  );
}
