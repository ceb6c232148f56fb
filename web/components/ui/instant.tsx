import { useLocale, useTimeZone } from "next-intl";
import { DEFAULT_TIME_ZONE } from "#web/i18n/time-zone.ts";
import { formatInstant, type InstantStyle } from "#web/lib/format-instant.ts";
import { toDate } from "#web/lib/instant.ts";

/**
 * The formatter behind Instant, for sentences that need a time as text.
 * @returns (unix seconds or Date, style) → text in the viewer's zone
 */
export function useInstantText(): (at: number | Date, style?: InstantStyle) => string {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE;
  return (at, style) => formatInstant(toDate(at), { locale, timeZone, style });
}

/**
 * A point in time in the viewer's zone, or in `timeZone` (the other side's).
 * @param at unix seconds, or a Date
 */
export function Instant({
  at,
  format = "moment",
  timeZone,
}: {
  at: number | Date;
  format?: InstantStyle | undefined;
  timeZone?: string | undefined;
}) {
  const locale = useLocale();
  const viewerZone = useTimeZone() ?? DEFAULT_TIME_ZONE;
  const date = toDate(at);
  const zone = timeZone ?? viewerZone;
  return (
    <time
      dateTime={date.toISOString()}
      title={formatInstant(date, { locale, timeZone: zone, style: "full" })}
      className="whitespace-nowrap"
    >
      {formatInstant(date, { locale, timeZone: zone, style: format })}
    </time>
  );
}
