import { useTranslations } from "next-intl";
import { Instant } from "#web/components/ui/instant.tsx";
import type { Expiry } from "#web/features/token/use-runs-out-text.ts";

/** The day a promise runs out, in a column of its own. */
export function RunsOut({ expiry, lapsed }: Expiry) {
  const t = useTranslations("token");
  if (expiry === 0) return <span className="text-soft">{t("never")}</span>;
  if (!lapsed) return <Instant at={expiry} format="day" />;
  return (
    <span className="text-warn">
      {t("lapsed")} <Instant at={expiry} format="day" />
    </span>
  );
}
