import { Search, X } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { DirectorySelect } from "#web/features/directory/directory-select.tsx";
import {
  defaultSort,
  type DirectoryFilters,
  directoryHref,
  isNarrowed,
  LEAST_SCORES,
  SORTS,
} from "#web/features/directory/filters.ts";
import type { Choice, DirectoryPage } from "#web/features/directory/queries.ts";
import { paths } from "#web/lib/paths.ts";

/** More pills than this are no help: whoever looks for another skill types it. */
const SHOWN_SKILLS = 14;

/** Search, choices and order. A GET form and links: the URL is all their state. */
export function DirectoryFilterBar({ filters, page }: { filters: DirectoryFilters; page: DirectoryPage }) {
  const t = useTranslations("directory");
  const usual = defaultSort(filters.q);
  const sorts = SORTS.filter((sort) => sort !== "relevance" || filters.q);
  return (
    <>
      <Form
        // What was typed belongs to its page: following a link elsewhere and back shows that page's own words.
        key={directoryHref(filters)}
        role="search"
        action={paths.community()}
        scroll={false}
        className="rounded-[1.25rem] border border-line bg-raised p-2 shadow-card"
      >
        {filters.skill ? <input type="hidden" name="skill" value={filters.skill} /> : null}
        {filters.arbiter ? <input type="hidden" name="arbiter" value="1" /> : null}
        <div className="flex items-center gap-2">
          <input
            type="search"
            name="q"
            maxLength={120}
            autoComplete="off"
            enterKeyHint="search"
            aria-label={t("search.label")}
            placeholder={t("search.placeholder")}
            defaultValue={filters.q}
            className="min-h-11 min-w-0 flex-1 rounded-xl bg-transparent px-4 text-[1.0625rem] placeholder:text-soft"
          />
          <button type="submit" className={buttonStyle({ variant: "primary" })}>
            <Search aria-hidden="true" className="sm:hidden" />
            <span className="max-sm:sr-only">{t("search.button")}</span>
          </button>
        </div>
        <div className="-mx-2 mt-2 flex gap-2 overflow-x-auto border-t border-line px-2 pt-2 pb-0.5 [scrollbar-width:none]">
          <LanguageSelect filters={filters} choices={page.choices.language} capped={page.capped} />
          <PlaceSelect filters={filters} choices={page.choices.place} capped={page.capped} />
          <DirectorySelect
            name="score"
            label={t("score.label")}
            value={filters.score ? String(filters.score) : ""}
            options={[
              { value: "", label: t("score.any") },
              ...[...new Set([...LEAST_SCORES, ...(filters.score ? [filters.score] : [])])]
                .sort((a, b) => a - b)
                .map((score) => ({ value: String(score), label: t("score.atLeast", { score }) })),
            ]}
          />
          <DirectorySelect
            name="sort"
            label={t("sort.label")}
            value={filters.sort === usual ? "" : filters.sort}
            options={sorts.map((sort) => ({ value: sort === usual ? "" : sort, label: t(`sort.${sort}`) }))}
          />
        </div>
      </Form>
      <SkillPills filters={filters} page={page} />
    </>
  );
}

function LanguageSelect({
  filters,
  choices,
  capped,
}: {
  filters: DirectoryFilters;
  choices: Choice[];
  capped: boolean;
}) {
  const t = useTranslations("directory.language");
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const options = withChosen(choices, filters.language)
    .map(({ value, count }) => ({ value, language: names.of(value) ?? value, count }))
    .sort((a, b) => a.language.localeCompare(b.language, locale));
  return (
    <DirectorySelect
      name="language"
      label={t("label")}
      value={filters.language}
      options={[
        { value: "", label: t("any") },
        ...options.map(({ value, ...choice }) => ({ value, label: t(capped ? "plain" : "choice", choice) })),
      ]}
    />
  );
}

function PlaceSelect({ filters, choices, capped }: { filters: DirectoryFilters; choices: Choice[]; capped: boolean }) {
  const t = useTranslations("directory.place");
  const locale = useLocale();
  const chosen = choices.find(({ value, label }) => [value, label].includes(filters.place))?.value ?? filters.place;
  const options = withChosen(choices, chosen).sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <DirectorySelect
      name="place"
      label={t("label")}
      value={chosen}
      options={[
        { value: "", label: t("any") },
        ...options.map(({ value, label, count }) => ({
          value,
          label: t(capped ? "plain" : "choice", { place: label, count }),
        })),
      ]}
    />
  );
}

/** Arbiters and skills, each a link that adds it or takes it away again. */
function SkillPills({ filters, page: { choices, capped } }: { filters: DirectoryFilters; page: DirectoryPage }) {
  const t = useTranslations("directory");
  const skills = withChosen(choices.skill, filters.skill);
  const chosen = skills.find(({ value }) => value === filters.skill);
  const shown = [...(chosen ? [chosen] : []), ...skills.filter((skill) => skill !== chosen)].slice(0, SHOWN_SKILLS);
  const [arbiters] = choices.arbiter;
  return (
    <nav
      aria-label={t("filters")}
      className="-mx-4 mt-3 flex items-center gap-2 overflow-x-auto px-4 py-1.5 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {isNarrowed(filters) ? (
        <Link
          href={paths.community()}
          scroll={false}
          className={classNames(buttonStyle({ variant: "quiet", size: "small" }), "shrink-0")}
        >
          {t("chosen.clear")}
        </Link>
      ) : null}
      {arbiters || filters.arbiter ? (
        <Pill
          href={directoryHref(filters, { arbiter: !filters.arbiter })}
          current={filters.arbiter}
          count={capped ? null : (arbiters?.count ?? 0)}
        >
          {t("arbiter")}
        </Pill>
      ) : null}
      {shown.map((skill) => (
        <Pill
          key={skill.value}
          href={directoryHref(filters, { skill: skill === chosen ? "" : skill.value })}
          current={skill === chosen}
          count={capped ? null : skill.count}
        >
          {skill.label}
        </Pill>
      ))}
    </nav>
  );
}

function Pill({
  href,
  current,
  count,
  children,
}: {
  href: string;
  current: boolean;
  /** Null where it is not known. */
  count: number | null;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={current ? "true" : undefined}
      className={classNames(
        "touch-target inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium whitespace-nowrap transition-colors",
        current ? "border-ink bg-ink text-paper" : "border-line bg-raised hover:border-edge",
      )}
    >
      {children}
      {count === null ? null : (
        <span className={classNames("tabular-nums", current ? "opacity-80" : "text-soft")}>{count}</span>
      )}
      {current ? <X aria-hidden="true" className="size-3.5" /> : null}
    </Link>
  );
}

/** What is chosen stays a choice, even where nobody is left who has it. */
function withChosen(choices: Choice[], chosen: string): Choice[] {
  if (chosen === "" || choices.some(({ value }) => value === chosen)) return [...choices];
  return [...choices, { value: chosen, label: chosen, count: 0 }];
}
