import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { SearchForm } from "#web/components/shell/search-form.tsx";
import { database } from "#web/db/client.ts";
import { findPage } from "#web/features/search/find-page.ts";
import { chainReader } from "#web/lib/chain.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title") };
}

/** Leads on to what was searched for; only what was not found stays here, with a sentence. */
export default async function FindPage({ searchParams }: PageProps<"/find">) {
  const { q } = await searchParams;
  const text = typeof q === "string" ? q.slice(0, 200) : "";
  const t = await getTranslations("search");
  const found = text.trim() === "" ? null : await findPage({ db: database(), chain: chainReader() }, text);
  if (found && "path" in found) redirect(found.path);
  return (
    <div className="page-width max-w-2xl pt-8">
      <EmptyState
        level="h1"
        title={found ? t("none.title") : t("title")}
        action={
          found ? (
            <LinkButton href={paths.search(text)} prefetch={false}>
              {t("none.market")}
            </LinkButton>
          ) : undefined
        }
      >
        {found ? <p className="break-words">{t(`none.${found.missing}`, { text })}</p> : null}
      </EmptyState>
      <SearchForm defaultValue={text} />
    </div>
  );
}
