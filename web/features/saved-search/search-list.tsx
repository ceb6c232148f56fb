"use client";

import { EllipsisVertical, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ICON_BUTTON_STYLE } from "#web/components/shell/icon-button-style.ts";
import { Card } from "#web/components/ui/card.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { Menu, MenuItem } from "#web/components/ui/menu.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { readFilters } from "#web/features/market/filters.ts";
import { useFilterWords } from "#web/features/market/use-filter-words.ts";
import { deleteSearchAction, renameSearchAction } from "#web/features/saved-search/actions.ts";
import { NameForm } from "#web/features/saved-search/name-form.tsx";
import type { SavedSearch } from "#web/features/saved-search/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** The searches a member keeps, each a link to what it finds. */
export function SearchList({ searches }: { searches: SavedSearch[] }) {
  const t = useTranslations("savedSearch");
  return (
    <Card as="div" flush>
      <ul aria-label={t("title")} className="divide-y divide-line">
        {searches.map((search) => (
          <SearchLine key={search.id} search={search} />
        ))}
      </ul>
    </Card>
  );
}

function SearchLine({ search: { id, name, query, news } }: { search: SavedSearch }) {
  const t = useTranslations("savedSearch");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const words = useFilterWords();
  const [asking, setAsking] = useState<"name" | "deletion" | null>(null);
  const [deleting, startDeleting] = useTransition();
  const close = () => setAsking(null);

  const rename = async (next: string) => {
    const answer = await renameSearchAction(id, { name: next });
    if (answer.ok) router.refresh();
    return answer;
  };
  const remove = () =>
    startDeleting(async () => {
      const answer = await deleteSearchAction(id).catch(() => null);
      if (answer?.ok) router.refresh();
      else toast.error(tRefusal(answer?.refusal.code ?? "unavailable"));
      close();
    });

  return (
    <li className="relative flex items-center gap-3 py-3 ps-4 pe-2 transition-colors hover:bg-sunk sm:ps-5">
      <div className="min-w-0 grow">
        <Link
          href={`${paths.market()}?${query}`}
          prefetch={false}
          className="font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-brand"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-soft">{words(readFilters(query))}</p>
      </div>
      {news > 0 ? (
        <Pill tone="brand" className="shrink-0">
          {t("news", { count: news })}
        </Pill>
      ) : null}
      <div className="relative z-1">
        <Menu
          trigger={
            <button type="button" aria-label={t("actions", { name })} className={ICON_BUTTON_STYLE}>
              <EllipsisVertical aria-hidden="true" className="size-5" />
            </button>
          }
        >
          <MenuItem icon={<Pencil aria-hidden="true" />} onClick={() => setAsking("name")}>
            {t("rename")}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="warn" onClick={() => setAsking("deletion")}>
            {t("delete")}
          </MenuItem>
        </Menu>
      </div>
      <NameForm
        open={asking === "name"}
        onOpenChange={close}
        title={t("renameTitle")}
        name={name}
        confirm={t("rename")}
        act={rename}
      />
      <ConfirmDialog
        open={asking === "deletion"}
        onOpenChange={close}
        title={t("deleteTitle", { name })}
        description={t("deleteLead")}
        confirm={t("delete")}
        danger
        pending={deleting}
        onConfirm={remove}
      />
    </li>
  );
}
