"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import type { NamedPerson } from "#web/features/people/queries.ts";
import { doneByFor, minutesOf, slotOf, type Draft } from "#web/features/proposal/draft.ts";
import { fromLocalInput, toLocalInput } from "#web/lib/zoned-time.ts";

/** When, and for how long. Times are the viewer's; the other side's clock stands beside them. */
export function SlotFields({
  draft,
  change,
  errorOf,
  other,
  name,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: (field: string) => string | undefined;
  other: NamedPerson | undefined;
  name: string;
}) {
  const t = useTranslations("proposal.when");
  const timeZone = useTimeZone() ?? "UTC";
  const slot = slotOf(draft, timeZone);
  const moveStart = (startsAt: string) => {
    const from = fromLocalInput(startsAt, timeZone);
    const minutes = minutesOf(draft);
    const follows = from !== null && Number.isFinite(minutes);
    change({ startsAt, ...(follows ? { doneBy: toLocalInput(doneByFor(from, minutes), timeZone) } : {}) });
  };
  const theirs = (at: number | undefined) =>
    other?.timeZone && other.timeZone !== timeZone && at !== undefined ? (
      <>
        {t("theirs", { name, place: placeOf(other.timeZone) })} <Instant at={at} timeZone={other.timeZone} />
      </>
    ) : null;

  return (
    <Card aria-labelledby="when">
      <CardHeader id="when" title={t("title")}>
        {t("zone", { place: placeOf(timeZone) })}
      </CardHeader>
      <div className="grid gap-4 sm:grid-cols-2">
        <fieldset className="sm:col-span-2">
          <legend className="mb-1.5 text-sm font-semibold">{t("length")}</legend>
          <div className="grid max-w-xs grid-cols-2 gap-3">
            <Input
              inputMode="numeric"
              aria-label={t("hours")}
              aria-invalid={Boolean(errorOf("minutes"))}
              suffix={t("hoursShort")}
              value={draft.hours}
              onChange={(event) => change({ hours: event.target.value })}
            />
            <Input
              inputMode="numeric"
              aria-label={t("minutes")}
              aria-invalid={Boolean(errorOf("minutes"))}
              suffix={t("minutesShort")}
              value={draft.minutes}
              onChange={(event) => change({ minutes: event.target.value })}
            />
          </div>
          {errorOf("minutes") ? (
            <p role="alert" className="mt-1.5 text-sm text-warn">
              {errorOf("minutes")}
            </p>
          ) : null}
        </fieldset>
        <Field
          label={t("starts")}
          description={theirs(slot?.deliverFrom)}
          error={errorOf("deliverFrom")}
          name="startsAt"
        >
          <Input type="datetime-local" value={draft.startsAt} onChange={(event) => moveStart(event.target.value)} />
        </Field>
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

/** The town of an IANA zone: "Europe/Berlin" → "Berlin". */
function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
