"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { canHoldSlots, isSlotFree, type OpenCalendar } from "#domain/availability-slots.ts";
import { sessionMinutes } from "#domain/booking.ts";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { SlotPicker } from "#web/features/booking/slot-picker.tsx";
import type { NamedPerson } from "#web/features/people/queries.ts";
import { chooseSlot, doneByFor, minutesOf, NO_TIME, slotOf, type Draft } from "#web/features/proposal/draft.ts";
import { LengthFields } from "#web/features/proposal/length-fields.tsx";
import { fromLocalInput, toLocalInput } from "#web/lib/zoned-time.ts";
import { placeOfZone } from "#web/lib/zone-place.ts";

/** @returns the calendar if slots of this length are chosen from it, null where the time is free to choose */
export function slotsFor(calendar: OpenCalendar | null, minutes: number, now: number): OpenCalendar | null {
  if (!calendar || !Number.isInteger(minutes) || minutes <= 0) return null;
  return canHoldSlots(calendar.availability, minutes, now) ? calendar : null;
}

/**
 * When, and for how long: a slot of the seller's where they keep hours, else any time. Times are the viewer's; the other
 * side's clock stands beside them.
 */
export function SlotFields({
  draft,
  change,
  errorOf,
  other,
  name,
  calendar,
  durationMinutes,
  now,
  own,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: (field: string) => string | undefined;
  other: NamedPerson | undefined;
  name: string;
  /** The seller's. */
  calendar: OpenCalendar | null;
  /** How long a session takes, where that is not what is paid. */
  durationMinutes: number | null;
  /** Unix seconds. */
  now: number;
  /** The viewer is the seller. */
  own: boolean;
}) {
  const t = useTranslations("proposal.when");
  const timeZone = useTimeZone() ?? "UTC";
  const minutes = sessionMinutes({ durationMinutes }, minutesOf(draft));
  const slots = slotsFor(calendar, minutes, now);
  const slot = slotOf(draft, timeZone);

  const changeLength = (length: Partial<Draft>) => {
    const next = sessionMinutes({ durationMinutes }, minutesOf({ ...draft, ...length }));
    const start = draft.slotStart;
    const keeps = start !== null && calendar !== null && isSlotFree(calendar, { start, minutes: next }, now);
    const time = start === null ? {} : keeps ? chooseSlot(start, next, timeZone) : NO_TIME;
    change({ ...length, ...time });
  };
  const moveStart = (startsAt: string) => {
    const from = fromLocalInput(startsAt, timeZone);
    const follows = from !== null && Number.isFinite(minutes);
    const doneBy = follows ? { doneBy: toLocalInput(doneByFor(from, minutes), timeZone) } : {};
    change({ startsAt, slotStart: null, ...doneBy });
  };
  const theirs = (at: number | undefined) =>
    other?.timeZone && other.timeZone !== timeZone && at !== undefined ? (
      <>
        {t("theirs", { name, place: placeOfZone(other.timeZone) })} <Instant at={at} timeZone={other.timeZone} />
      </>
    ) : null;

  return (
    <Card aria-labelledby="when">
      <CardHeader id="when" title={t("title")}>
        {t("zone", { place: placeOfZone(timeZone) })}
      </CardHeader>
      <div className="grid gap-4 sm:grid-cols-2">
        <LengthFields draft={draft} change={changeLength} error={errorOf("minutes")} />
        {slots ? (
          <SlotPicker
            calendar={slots}
            minutes={minutes}
            now={now}
            value={draft.slotStart}
            onChange={(start) => change(chooseSlot(start, minutes, timeZone))}
            theirs={own ? { name, timeZone: other?.timeZone ?? null } : { name, timeZone: slots.availability.timeZone }}
            error={errorOf("deliverFrom")}
          />
        ) : (
          <Field
            label={t("starts")}
            description={theirs(slot?.deliverFrom)}
            error={errorOf("deliverFrom")}
            name="startsAt"
          >
            <Input type="datetime-local" value={draft.startsAt} onChange={(event) => moveStart(event.target.value)} />
          </Field>
        )}
        <Field
          label={t("doneBy")}
          description={theirs(slot?.deliverBy) ?? t("doneByHelp")}
          error={errorOf("deliverBy")}
          name="doneBy"
        >
          <Input
            type="datetime-local"
            value={draft.doneBy}
            onChange={(event) => change({ doneBy: event.target.value })}
          />
        </Field>
      </div>
    </Card>
  );
}
