"use client";

import { useNow, useTranslations } from "next-intl";
import { remaining, toDate } from "#web/lib/instant.ts";

const REFRESH_MS = 20_000;

/**
 * What is left until `until`, in words that keep up with the clock: "2 days left", "40 min left", "over".
 * @param until unix seconds, or a Date
 */
export function Countdown({ until }: { until: number | Date }) {
  const t = useTranslations("ui.countdown");
  const now = useNow({ updateInterval: REFRESH_MS });
  const left = remaining((toDate(until).getTime() - now.getTime()) / 1000);
  return (
    <span className="whitespace-nowrap">{left.unit === "over" ? t("over") : t(left.unit, { count: left.count })}</span>
  );
}
