import { useFormatter, useTranslations } from "next-intl";

/** What an owner's finished deals say, in a line: "★ 4.9 · 38 deals". */
export function OwnerRecord({
  completedDeals,
  ratingCount,
  starSum,
}: {
  completedDeals: number | null;
  ratingCount: number | null;
  starSum: number | null;
}) {
  const t = useTranslations("listing.record");
  const format = useFormatter();
  const mean = ratingCount && starSum ? starSum / ratingCount : null;
  return (
    <p className="text-sm text-soft tabular-nums">
      {mean === null ? null : (
        <>
          <span aria-hidden="true">★ </span>
          <span className="sr-only">{t("rating")} </span>
          {format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
          <span aria-hidden="true"> · </span>
        </>
      )}
      {completedDeals ? t("deals", { count: completedDeals }) : t("none")}
    </p>
  );
}
