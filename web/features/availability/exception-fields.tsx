"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import type { HoursDraft } from "#web/features/availability/hours-draft.ts";
import { HoursRows } from "#web/features/availability/hours-rows.tsx";

type Exceptions = HoursDraft["exceptions"];

/** Days with hours of their own: days off, or other hours than their weekday's. */
export function ExceptionFields({
  exceptions,
  onChange,
  errorOf,
}: {
  exceptions: Exceptions;
  onChange: (exceptions: Exceptions) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("calendar.hours");
  const change = (index: number, part: Partial<Exceptions[number]>) =>
    onChange(exceptions.map((exception, at) => (at === index ? { ...exception, ...part } : exception)));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="display text-[1.0625rem]">{t("exceptions")}</legend>
      <p className="mt-1 text-[0.9375rem] text-soft">{t("exceptionsHelp")}</p>
      {exceptions.map(({ day, hours }, index) => (
        <div
          key={index}
          className="grid gap-x-4 gap-y-2 border-t border-line pt-4 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
        >
          <Field label={t("day")} error={errorOf(`exceptions.${index}.day`)}>
            <Input type="date" value={day} onChange={(event) => change(index, { day: event.target.value })} />
          </Field>
          <div className="sm:pt-6.5">
            <HoursRows
              day={day || t("day")}
              hours={hours}
              onChange={(next) => change(index, { hours: next })}
              error={hoursError(errorOf, index, hours.length)}
            />
          </div>
          <Button
            variant="quiet"
            size="small"
            className="self-start justify-self-start sm:mt-7.5"
            aria-label={t("forgetDay", { day })}
            onClick={() => onChange(exceptions.filter((_, at) => at !== index))}
          >
            {t("forget")}
          </Button>
        </div>
      ))}
      <Button className="self-start" onClick={() => onChange([...exceptions, { day: "", hours: [] }])}>
        <Plus aria-hidden="true" />
        {t("addDay")}
      </Button>
    </fieldset>
  );
}

function hoursError(errorOf: (field: string) => string | undefined, index: number, count: number): string | undefined {
  const lines = Array.from({ length: count }, (_, line) => `exceptions.${index}.hours.${line}`);
  return [`exceptions.${index}.hours`, ...lines, ...lines.flatMap((line) => [`${line}.from`, `${line}.to`])]
    .map(errorOf)
    .find(Boolean);
}
