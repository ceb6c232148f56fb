"use client";

import { BookmarkCheck, BookmarkPlus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { markSeenAction, saveSearchAction } from "#web/features/saved-search/actions.ts";
import { NameForm } from "#web/features/saved-search/name-form.tsx";
import { paths } from "#web/lib/paths.ts";

/** Keeps this search, or says that it is kept; a visitor is led to sign in first. */
export function SaveSearch({
  query,
  saved,
  newUntil,
  suggestion,
  signedIn,
}: {
  /** As it would be kept. */
  query: string;
  /** The one that is kept already. */
  saved: { id: string; name: string } | null;
  /** When it found the last of what is new to its owner, as it is written in JSON; null for nothing new. */
  newUntil: string | null;
  /** A name to begin with. */
  suggestion: string;
  signedIn: boolean;
}) {
  const t = useTranslations("savedSearch");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const savedId = saved?.id;

  // Whoever looks at what a search finds has seen it.
  useEffect(() => {
    if (savedId && newUntil) void markSeenAction(savedId, newUntil).catch(() => null);
  }, [savedId, newUntil]);

  const style = `${buttonStyle({ size: "small" })} rounded-full`;
  if (saved)
    return (
      <Link href={paths.searches()} className={style}>
        <BookmarkCheck aria-hidden="true" className="text-brand" />
        <span className="max-w-40 truncate">{saved.name}</span>
        <span className="sr-only">{t("isSaved")}</span>
      </Link>
    );
  if (!signedIn)
    return (
      <Link href={paths.signIn(`${paths.market()}?${query}`)} prefetch={false} className={style}>
        <BookmarkPlus aria-hidden="true" />
        {t("save")}
      </Link>
    );

  const save = async (name: string) => {
    const answer = await saveSearchAction({ name, query });
    if (answer.ok) {
      toast.success(t("saved"));
      router.refresh();
    }
    return answer;
  };
  return (
    <>
      <Button size="small" className="rounded-full" onClick={() => setOpen(true)}>
        <BookmarkPlus aria-hidden="true" />
        {t("save")}
      </Button>
      <NameForm
        open={open}
        onOpenChange={setOpen}
        title={t("saveTitle")}
        description={t("saveLead")}
        name={suggestion}
        confirm={t("confirm")}
        act={save}
      />
    </>
  );
}
