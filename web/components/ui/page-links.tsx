import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/components/ui/link-button.tsx";

/** The way to the page of results before and after; nothing where there is but one. */
export function PageLinks({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useTranslations("ui.pages");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("label")} className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? (
        <LinkButton href={href(page - 1)} data-filter="" rel="prev" prefetch={false}>
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
          {t("previous")}
        </LinkButton>
      ) : null}
      <span className="text-sm text-soft tabular-nums">{t("position", { page, pages })}</span>
      {page < pages ? (
        <LinkButton href={href(page + 1)} data-filter="" rel="next" prefetch={false}>
          {t("next")}
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
