import { useTranslations } from "next-intl";
import { useInstantText } from "#web/components/ui/instant.tsx";

/** When a promise runs out: `expiry` in unix seconds, 0 for never; `lapsed` once it has. */
export type Expiry = { expiry: number; lapsed: boolean };

/** @returns says within a sentence when a promise runs out */
export function useRunsOutText(): (expiry: Expiry) => string {
  const t = useTranslations("token.choice");
  const when = useInstantText();
  return ({ expiry, lapsed }) =>
    expiry === 0 ? t("never") : t(lapsed ? "lapsed" : "until", { day: when(expiry, "day") });
}
