"use client";

import { parseDate, type CalendarDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight, CircleAlert } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
  ListBox,
  ListBoxItem,
} from "react-aria-components";
import { BOOKING_DAYS } from "#domain/availability.ts";
import { listFreeSlots, type OpenCalendar } from "#domain/availability-slots.ts";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { slotsByDay } from "#web/features/booking/slots-by-day.ts";
import { DATE_LOCALES, formatInstant } from "#web/lib/format-instant.ts";
import { placeOfZone } from "#web/lib/zone-place.ts";

const DAY = 86_400;

/** The other side of the booking, and the zone their clock is in. */
export type OtherClock = { name: string; timeZone: string | null };

/**
 * A slot out of a seller's calendar: a month to choose the day, and the day's slots. Everything by keyboard: arrows
 * within the month and the list, Tab between them. Unix seconds.
 */
export function SlotPicker({
  calendar,
  minutes,
  now,
  value,
  onChange,
  theirs,
  error,
}: {
  calendar: OpenCalendar;
  minutes: number;
  now: number;
  value: number | null;
  onChange: (start: number) => void;
  theirs: OtherClock;
  error: string | undefined;
}) {
  const t = useTranslations("calendar.pick");
  const timeZone = useTimeZone() ?? "UTC";
  const days = useMemo(() => {
    const window = { from: now, to: now + BOOKING_DAYS * DAY };
    return slotsByDay(listFreeSlots(calendar, { minutes, window, now }), timeZone);
  }, [calendar, minutes, now, timeZone]);
  const first = days.keys().next().value;
  const chosen = [...days].find(([, starts]) => value !== null && starts.includes(value))?.[0];
  const [looked, setLooked] = useState<string | undefined>(chosen);
  const day = looked !== undefined && days.has(looked) ? looked : (chosen ?? first);
  const errorId = useId();

  if (day === undefined) return <None />;
  return (
    <div role="group" aria-label={t("label")} aria-describedby={error ? errorId : undefined} className="sm:col-span-2">
      <div className="grid gap-5 sm:grid-cols-[auto_minmax(0,1fr)]">
        <DayGrid days={days} day={day} onDay={setLooked} />
        <SlotList starts={days.get(day) ?? []} minutes={minutes} value={value} onChange={onChange} theirs={theirs} />
      </div>
      {error ? (
        <p id={errorId} role="alert" className="mt-3 flex items-start gap-1.5 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

function None() {
  const t = useTranslations("calendar.pick");
  return (
    <div className="sm:col-span-2">
      <Notice>{t("none")}</Notice>
    </div>
  );
}

function DayGrid({
  days,
  day,
  onDay,
}: {
  days: ReadonlyMap<string, readonly number[]>;
  day: string;
  onDay: (day: string) => void;
}) {
  const t = useTranslations("calendar.pick");
  const locale = useLocale();
  const all = [...days.keys()];
  const arrow =
    "inline-flex size-11 items-center justify-center rounded-control hover:bg-sunk data-disabled:opacity-40 [&_svg]:size-5 rtl:[&_svg]:rotate-180";
  return (
    <I18nProvider locale={DATE_LOCALES[locale]}>
      <Calendar
        aria-label={t("day")}
        value={parseDate(day)}
        minValue={parseDate(all[0] ?? day)}
        maxValue={parseDate(all.at(-1) ?? day)}
        isDateUnavailable={(date) => !days.has(date.toString())}
        onChange={(date: CalendarDate) => onDay(date.toString())}
        className="w-full max-w-84"
      >
        <header className="flex items-center justify-between">
          <Button slot="previous" className={arrow}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          <Heading level={3} className="text-[1.0625rem] first-letter:uppercase" />
          <Button slot="next" className={arrow}>
            <ChevronRight aria-hidden="true" />
          </Button>
        </header>
        <CalendarGrid className="w-full border-separate border-spacing-0.5" weekdayStyle="short">
          <CalendarGridHeader>
            {(weekday) => (
              <CalendarHeaderCell className="pb-1 text-xs font-medium text-soft">{weekday}</CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="flex min-h-11 min-w-9 items-center justify-center rounded-control border border-line bg-raised text-[0.9375rem] tabular-nums select-none hover:border-edge data-disabled:border-transparent data-disabled:text-soft data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-brand data-outside-month:hidden data-selected:border-brand data-selected:bg-brand data-selected:font-semibold data-selected:text-on-brand data-unavailable:border-transparent data-unavailable:bg-transparent data-unavailable:text-soft"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}

function SlotList({
  starts,
  minutes,
  value,
  onChange,
  theirs,
}: {
  starts: readonly number[];
  minutes: number;
  value: number | null;
  onChange: (start: number) => void;
  theirs: OtherClock;
}) {
  const t = useTranslations("calendar.pick");
  const text = useInstantText();
  const locale = useLocale();
  const own = useTimeZone() ?? "UTC";
  const title = text(starts[0] ?? 0, "date");
  const theirTime = (start: number) =>
    theirs.timeZone !== null && theirs.timeZone !== own
      ? t("theirs", {
          time: formatInstant(new Date(start * 1000), { locale, timeZone: theirs.timeZone, style: "clock" }),
          place: placeOfZone(theirs.timeZone),
        })
      : null;
  return (
    <div className="flex min-w-0 flex-col">
      <p className="flex min-h-11 items-center font-semibold first-letter:uppercase" aria-live="polite">
        {title}
      </p>
      <ListBox
        aria-label={t("slots", { day: title })}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const [start] = keys === "all" ? [] : keys;
          if (typeof start === "number") onChange(start);
        }}
        items={starts.map((start) => ({ id: start }))}
        className="grid max-h-84 grid-cols-1 content-start gap-2 overflow-y-auto p-0.5 lg:grid-cols-2"
      >
        {({ id: start }) => (
          <ListBoxItem
            id={start}
            textValue={text(start, "time")}
            className="flex min-h-11 cursor-default flex-col justify-center rounded-control border border-line bg-raised px-3.5 py-1.5 tabular-nums select-none hover:border-edge data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-brand data-selected:border-brand data-selected:bg-brand-tint"
          >
            <span className="font-semibold">
              {text(start, "time")} – {text(start + minutes * 60, "time")}
            </span>
            {theirTime(start) ? <span className="text-sm text-soft">{theirTime(start)}</span> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
