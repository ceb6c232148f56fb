"use client";

import "react-big-calendar/lib/css/react-big-calendar.css";
import "react-big-calendar/lib/addons/dragAndDrop/styles.css";
import "./overview.css";
import { format, getDay, parse, startOfWeek } from "date-fns";
import { enGB, es } from "date-fns/locale";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Calendar, dateFnsLocalizer, Views, type View } from "react-big-calendar";
import withDragAndDrop, { type EventInteractionArgs } from "react-big-calendar/lib/addons/dragAndDrop";
import { toast } from "sonner";
import type { Availability } from "#domain/availability.ts";
import { changeOpening } from "#domain/availability-edit.ts";
import type { Span } from "#domain/span.ts";
import { saveAvailabilityAction } from "#web/features/availability/actions.ts";
import { overviewEvents, type OverviewEvent } from "#web/features/calendar/overview-events.ts";
import { overviewFormats } from "#web/features/calendar/overview-formats.ts";
import type { OwnCalendar } from "#web/features/calendar/queries.ts";
import type { Locale } from "#web/i18n/locales.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

const DATE_FNS = { en: enGB, es } as const satisfies Record<Locale, unknown>;
const DAYS_AROUND = 45;
const DAY_MS = 86_400_000;
const MORNING = new Date(1970, 0, 1, 7);

const localizer = dateFnsLocalizer({
  format,
  parse,
  startOfWeek: (date: Date) => startOfWeek(date, { weekStartsOn: 1 }),
  getDay,
  locales: DATE_FNS,
});

const DragCalendar = withDragAndDrop<OverviewEvent>(Calendar<OverviewEvent>);

export type OverviewProps = Pick<OwnCalendar, "who" | "availability" | "bookings" | "busy"> & {
  at: Date;
  phone: boolean;
};

/** The part's own heads say roles whose parents it does not draw. */
function PlainHead({ label }: { label: string }) {
  return <span>{label}</span>;
}

const COMPONENTS = { week: { header: PlainHead }, day: { header: PlainHead }, month: { dateHeader: PlainHead } };

/**
 * Month, week, day and agenda in the zone of this device. Dragging or drawing open hours gives that one day hours of its
 * own; a booking leads to its deal, and dragged elsewhere to the other time both would have to sign. Whoever does not drag
 * has the forms below, and the deal's.
 */
export function Overview({ who, availability, bookings, busy, at, phone }: OverviewProps) {
  const t = useTranslations("calendar.overview");
  const locale = useLocale();
  const formats = useMemo(() => overviewFormats(locale), [locale]);
  const router = useRouter();
  const [view, setView] = useState<View>(phone ? Views.AGENDA : Views.WEEK);
  const [date, setDate] = useState(at);
  const [hours, setHours] = useState(availability);
  const [seen, setSeen] = useState(availability);
  if (seen !== availability) {
    // Saved in the form below, or elsewhere.
    setSeen(availability);
    setHours(availability);
  }
  const events = useMemo(() => {
    const middle = toSeconds(date);
    const reach = (DAYS_AROUND * DAY_MS) / 1000;
    return overviewEvents(
      { availability: hours, bookings, busy },
      { from: middle - reach, to: middle + reach },
      {
        open: t("open"),
        busy: t("busy"),
        booking: ({ title, seller, buyer, sellerName, buyerName }) => {
          const [other, name] = seller === who ? [buyer, buyerName] : [seller, sellerName];
          return [title, name ?? shortenHex(other)].filter(Boolean).join(" · ");
        },
      },
    );
  }, [hours, bookings, busy, date, who, t]);

  const save = async (next: Availability) => {
    const before = hours;
    setHours(next);
    const result = await saveAvailabilityAction(next);
    if (result.ok) {
      toast.success(t("saved"));
      router.refresh();
      return;
    }
    setHours(before);
    toast.error(t("notSaved"));
  };
  const move = ({ event, start, end }: EventInteractionArgs<OverviewEvent>) => {
    if (event.kind === "booking" && event.booking.dealId)
      router.push(paths.rescheduleDeal(event.booking.dealId, spanOf(start, end).from));
    if (event.kind !== "open" || !hours) return;
    void save(changeOpening(hours, { remove: event.span, add: spanOf(start, end) }));
  };
  const draw = (slot: { start: Date; end: Date }) => {
    if (hours && view !== Views.MONTH)
      void save(changeOpening(hours, { remove: null, add: spanOf(slot.start, slot.end) }));
  };
  const select = (event: OverviewEvent) => {
    if (event.kind !== "booking") return;
    const { dealId, proposalId } = event.booking;
    router.push(dealId ? paths.deal(dealId) : paths.proposal(proposalId ?? ""));
  };

  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What scrolls can be scrolled by keyboard, also where nothing in it takes the focus.
    for (const part of frame.current?.querySelectorAll<HTMLElement>(".rbc-time-content, .rbc-agenda-view") ?? [])
      part.tabIndex = 0;
  }, [view, date]);

  return (
    <div ref={frame}>
      <DragCalendar
        className="overview"
        components={COMPONENTS}
        culture={locale}
        formats={formats}
        localizer={localizer}
        events={events}
        view={view}
        onView={setView}
        date={date}
        onNavigate={setDate}
        views={[Views.MONTH, Views.WEEK, Views.DAY, Views.AGENDA]}
        scrollToTime={MORNING}
        step={30}
        timeslots={2}
        popup
        selectable={hours !== null}
        onSelectSlot={draw}
        onSelectEvent={select}
        draggableAccessor={(event) => event.kind === "open" || canMove(event)}
        resizableAccessor={({ kind }) => kind === "open"}
        onEventDrop={move}
        onEventResize={move}
        eventPropGetter={(event) => ({
          className: `overview-${event.kind === "booking" ? event.booking.state : event.kind}`,
        })}
        messages={{
          today: t("today"),
          previous: t("previous"),
          next: t("next"),
          month: t("month"),
          week: t("week"),
          day: t("day"),
          agenda: t("agenda"),
          date: t("date"),
          time: t("time"),
          event: t("event"),
          allDay: t("allDay"),
          noEventsInRange: t("none"),
          showMore: (count) => t("more", { count }),
        }}
      />
    </div>
  );
}

/** What is paid for can be moved by both, as long as it has not begun. */
function canMove(event: OverviewEvent): boolean {
  return event.kind === "booking" && event.booking.state === "firm" && event.start > new Date();
}

function spanOf(start: Date | string, end: Date | string): Span {
  return { from: toSeconds(new Date(start)), to: toSeconds(new Date(end)) };
}
