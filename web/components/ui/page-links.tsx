import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#web/components/class-names.ts";
import { LinkButton } from "#web/components/ui/link-button.tsx";

/** The way to the page of a list before and after; nothing where there is but one. */
export function PageLinks({
  page,
  pages,
  href,
  inTime = false,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  /** Of a list within a page, the newest first: its neighbours are newer and older, and the page stays where it is. */
  inTime?: boolean;
}) {
  const t = useTranslations("ui.pages");
  if (pages <= 1) return null;
  const link = { size: inTime ? "small" : "medium", scroll: !inTime, prefetch: false, "data-filter": "" } as const;
  return (
    <nav
      aria-label={t("label")}
      className={classNames("flex items-center justify-center gap-4", inTime ? "mt-5" : "mt-8")}
    >
      {page > 1 ? (
        <LinkButton {...link} href={href(page - 1)} rel="prev">
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
          {t(inTime ? "newer" : "previous")}
        </LinkButton>
      ) : null}
      <span className="text-sm text-soft tabular-nums">{t("position", { page, pages })}</span>
      {page < pages ? (
        <LinkButton {...link} href={href(page + 1)} rel="next">
          {t(inTime ? "older" : "next")}
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
