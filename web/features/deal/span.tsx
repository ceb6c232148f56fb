import { useTranslations } from "next-intl";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** A stretch of time in the largest unit it is a whole number of: "3 days", "36 hours". */
export function Span({ seconds }: { seconds: number }) {
  const t = useTranslations("deal.span");
  if (seconds % DAY === 0) return <>{t("days", { count: seconds / DAY })}</>;
  return <>{t("hours", { count: Math.round(seconds / HOUR) })}</>;
}
