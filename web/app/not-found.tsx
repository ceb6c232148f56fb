import { useTranslations } from "next-intl";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { paths } from "#web/lib/paths.ts";

export default function NotFoundPage() {
  const t = useTranslations("common.notFound");
  return (
    <div className="page-width">
      <EmptyState
        level="h1"
        title={t("title")}
        action={
          <LinkButton variant="primary" href={paths.market()}>
            {t("action")}
          </LinkButton>
        }
      >
        {t("body")}
      </EmptyState>
    </div>
  );
}
