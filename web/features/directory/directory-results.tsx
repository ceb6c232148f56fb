import { useTranslations } from "next-intl";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { PageLinks } from "#web/components/ui/page-links.tsx";
import { type DirectoryFilters, directoryHref, isNarrowed } from "#web/features/directory/filters.ts";
import { MemberCard } from "#web/features/directory/member-card.tsx";
import type { DirectoryPage } from "#web/features/directory/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** The members found, or what to do where there are none. */
export function DirectoryResults({ filters, page }: { filters: DirectoryFilters; page: DirectoryPage }) {
  const t = useTranslations("directory.results");
  if (page.entries.length === 0) return <NobodyFound filters={filters} total={page.total} />;
  return (
    <section aria-label={t("label")}>
      <p role="status" className="mt-3 mb-3 text-sm text-soft">
        {t(page.capped ? "capped" : "count", { count: page.total })}
      </p>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {page.entries.map((entry) => (
          <MemberCard key={entry.address} entry={entry} />
        ))}
      </ul>
      <PageLinks page={filters.page} pages={page.pages} href={(number) => directoryHref(filters, { page: number })} />
    </section>
  );
}

function NobodyFound({ filters, total }: { filters: DirectoryFilters; total: number }) {
  const t = useTranslations("directory.empty");
  if (total > 0)
    return (
      <EmptyState
        title={t("beyond.title")}
        action={
          <LinkButton variant="primary" href={directoryHref(filters)}>
            {t("beyond.action")}
          </LinkButton>
        }
      />
    );
  const kind = isNarrowed(filters) ? "narrowed" : "bare";
  return (
    <EmptyState
      title={t(`${kind}.title`)}
      action={
        <LinkButton variant="primary" href={kind === "narrowed" ? paths.community() : paths.signIn()} prefetch={false}>
          {t(`${kind}.action`)}
        </LinkButton>
      }
    >
      {t(`${kind}.body`)}
    </EmptyState>
  );
}
