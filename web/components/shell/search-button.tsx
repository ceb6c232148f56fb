"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SearchForm } from "#web/components/shell/search-form.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";

/** The search box, from anywhere: by its button, or by ⌘K (Ctrl K). */
export function SearchButton() {
  const t = useTranslations("search");
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      initialFocus={field}
      trigger={
        <button
          type="button"
          aria-keyshortcuts="Meta+K Control+K"
          className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full text-sm font-medium text-soft transition-colors hover:text-ink lg:border lg:border-line lg:bg-raised lg:px-4 lg:hover:border-edge"
        >
          <Search aria-hidden="true" className="size-5 lg:size-4" />
          <span className="text-ink max-lg:sr-only">{t("button")}</span>
          <kbd aria-hidden="true" className="hidden font-sans text-xs lg:inline">
            ⌘K
          </kbd>
        </button>
      }
    >
      <SearchForm field={field} onLeave={() => setOpen(false)} />
    </Dialog>
  );
}
