import { useFormatter, useTranslations } from "next-intl";
import { toDate } from "#web/lib/instant.ts";

/** The time in which the deal is to be carried out, in the viewer's zone. */
export function Slot({ from, by }: { from: number; by: number }) {
  const t = useTranslations("deal.timeline");
  const format = useFormatter();
  const range = format.dateTimeRange(toDate(from), toDate(by), {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return <>{t("slot", { range })}</>;
}
