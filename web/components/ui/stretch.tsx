import { useLocale, useTimeZone } from "next-intl";
import { DEFAULT_TIME_ZONE } from "#web/i18n/time-zone.ts";
import { formatStretch } from "#web/lib/format-instant.ts";
import { toDate } from "#web/lib/instant.ts";

/** A stretch of time in the viewer's zone: "Fri 27 Nov, 14:00–19:00". Unix seconds, or Dates. */
export function Stretch({ from, to }: { from: number | Date; to: number | Date }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE;
  return <>{formatStretch(toDate(from), toDate(to), { locale, timeZone })}</>;
}
