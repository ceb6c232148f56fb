import { useTranslations } from "next-intl";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { paths } from "#web/lib/paths.ts";

/** Instead of a form that needs tokens, where there are none. */
export function NothingHeld() {
  const t = useTranslations("token.nothing");
  return (
    <EmptyState
      title={t("title")}
      action={
        <LinkButton variant="primary" href={paths.promise()} prefetch={false}>
          {t("action")}
        </LinkButton>
      }
    >
      {t("body")}
    </EmptyState>
  );
}
