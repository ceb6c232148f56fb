import { useFormatter, useTimeZone } from "next-intl";
import { toDate } from "#web/lib/instant.ts";

export type InstantStyle = "moment" | "day" | "full";

const STYLES = {
  moment: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  full: { dateStyle: "full", timeStyle: "long" },
} as const;

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
  const formatter = useFormatter();
  const viewerZone = useTimeZone();
  const date = toDate(at);
  const zone = timeZone ?? viewerZone ?? "UTC";
  return (
    <time
      dateTime={date.toISOString()}
      title={formatter.dateTime(date, { ...STYLES.full, timeZone: zone })}
      className="whitespace-nowrap"
    >
      {formatter.dateTime(date, { ...STYLES[format], timeZone: zone })}
    </time>
  );
}
