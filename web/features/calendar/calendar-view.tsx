import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { keepsHours } from "#domain/availability.ts";
import { HoursForm } from "#web/features/availability/hours-form.tsx";
import { ComingCard } from "#web/features/calendar/coming-card.tsx";
import { FeedCard } from "#web/features/calendar/feed-card.tsx";
import { ImportCard } from "#web/features/calendar/import-card.tsx";
import { OverviewLazy } from "#web/features/calendar/overview-lazy.tsx";
import type { OwnCalendar } from "#web/features/calendar/queries.ts";

const MOST_COMING = 8;

/** A member's own calendar: what is booked, when they are there, and how it goes together with their other calendars. */
export function CalendarView({ calendar, at, now }: { calendar: OwnCalendar; at: Date; now: Date }) {
  const t = useTranslations("calendar");
  const { who, availability, timeZone, bookings, busy, imports, feedSince } = calendar;
  const coming = bookings.filter(({ endsAt }) => endsAt > now).slice(0, MOST_COMING);
  const keeps = availability !== null && keepsHours(availability);
  return (
    <div className="page-width">
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      <div className="flex flex-col gap-6">
        {keeps ? null : <Notice>{t("hours.none")}</Notice>}
        <Card aria-labelledby="overview">
          <CardHeader id="overview" title={t("overview.title")}>
            {availability ? t("overview.help") : null}
          </CardHeader>
          <OverviewLazy who={who} availability={availability} bookings={bookings} busy={busy} at={at} />
        </Card>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <Card aria-labelledby="hours" className="max-lg:order-2">
            <CardHeader id="hours" title={t("hours.title")} />
            <HoursForm
              key={JSON.stringify(availability)}
              availability={availability}
              timeZone={availability?.timeZone ?? timeZone}
            />
          </Card>
          <div className="flex flex-col gap-6 max-lg:contents">
            <div className="max-lg:order-1">
              <ComingCard who={who} bookings={coming} />
            </div>
            <div className="max-lg:order-3">
              <FeedCard since={feedSince} />
            </div>
            <div className="max-lg:order-4">
              <ImportCard imports={imports} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
