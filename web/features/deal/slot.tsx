import { useTranslations } from "next-intl";
import { useInstantText } from "#web/components/ui/instant.tsx";

/** The time in which the deal is to be carried out, in the viewer's zone. Unix seconds. */
export function Slot({ from, by }: { from: number; by: number }) {
  const t = useTranslations("deal.timeline");
  const text = useInstantText();
  return <>{t("slot", { from: text(from), by: text(by) })}</>;
}
