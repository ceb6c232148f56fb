import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#web/components/ui/button-style.ts";

/** The way to the page before and after. Plain anchors, as all of the market's filters. */
export function PageLinks({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useTranslations("market.pages");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("label")} className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? (
        <a href={href(page - 1)} data-filter="" rel="prev" className={buttonStyle({})}>
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
          {t("previous")}
        </a>
      ) : null}
      <span className="text-sm text-soft tabular-nums">{t("position", { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} data-filter="" rel="next" className={buttonStyle({})}>
          {t("next")}
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </a>
      ) : null}
    </nav>
  );
}
