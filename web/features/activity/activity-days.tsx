import { Temporal } from "temporal-polyfill";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { ActivityLine } from "#web/features/activity/activity-line.tsx";
import { dayIn, groupByDay } from "#web/features/activity/days.ts";
import type { ActivityPage } from "#web/features/activity/queries.ts";
import { DEFAULT_TIME_ZONE } from "#web/i18n/time-zone.ts";
import { formatInstant } from "#web/lib/format-instant.ts";

/** Events under the day they happened on, where the reader is. */
export function ActivityDays({ page: { events, people }, now }: { page: ActivityPage; now: Date }) {
  const t = useTranslations("activity");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE;
  const today = dayIn(timeZone, now.getTime() / 1000);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const nameOf = (day: string, at: number) => {
    if (day === today) return t("today");
    if (day === yesterday) return t("yesterday");
    return formatInstant(new Date(at * 1000), { locale, timeZone, style: "date" });
  };
  return (
    <div className="flex flex-col gap-7">
      {groupByDay(events, timeZone).map(({ day, events: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="mb-2.5 text-card first-letter:uppercase">
            {nameOf(day, ofDay[0]?.at ?? 0)}
          </h2>
          <Card as="div" flush>
            <ol className="divide-y divide-line">
              {ofDay.map((event) => (
                <ActivityLine key={event.key} event={event} people={people} />
              ))}
            </ol>
          </Card>
        </section>
      ))}
    </div>
  );
}
