import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#web/components/ui/link-button.tsx";

/** The way through a long list, a page at a time. */
export function PageSteps({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useTranslations("token.pages");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("label")} className="mt-5 flex items-center justify-center gap-4">
      {page > 1 ? (
        <LinkButton size="small" href={href(page - 1)} rel="prev" scroll={false} prefetch={false}>
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
          {t("previous")}
        </LinkButton>
      ) : null}
      <span className="text-sm text-soft tabular-nums">{t("position", { page, pages })}</span>
      {page < pages ? (
        <LinkButton size="small" href={href(page + 1)} rel="next" scroll={false} prefetch={false}>
          {t("next")}
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
