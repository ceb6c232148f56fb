"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { DEFAULT_AVAILABILITY, type Availability } from "#domain/availability.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { saveAvailabilityAction } from "#web/features/availability/actions.ts";
import { ExceptionFields } from "#web/features/availability/exception-fields.tsx";
import { toDraft, toInput, weekdayOfRule, type HoursDraft } from "#web/features/availability/hours-draft.ts";
import { HoursRows } from "#web/features/availability/hours-rows.tsx";
import { availabilitySchema } from "#web/features/availability/schema.ts";
import { useWeekdayNames } from "#web/features/availability/use-weekday-names.ts";
import { TimeZoneField } from "#web/features/member/time-zone-field.tsx";
import type { FieldErrors } from "#web/lib/errors.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const SLOT_MINUTES = ["15", "30", "45", "60", "90", "120"];
const NOTICE_MINUTES = ["0", "60", "180", "720", "1440", "2880", "10080"];

/** When a member gives time: a week, days that differ, and how slots are cut out of it. */
export function HoursForm({ availability, timeZone }: { availability: Availability | null; timeZone: string }) {
  const t = useTranslations("calendar.hours");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const weekdays = useWeekdayNames();
  const [draft, setDraft] = useState(() => toDraft(availability ?? { ...DEFAULT_AVAILABILITY, timeZone }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (field: string) => (errors[field] ? t(`problem.${errors[field]}`) : undefined);
  const tooMany = errorOf("weekly") ?? errorOf("exceptions");

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = toInput(draft);
    const found = fieldErrorsOf(availabilitySchema, input);
    setErrors(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const result = await saveAvailabilityAction(input);
    setSaving(false);
    if (result.ok) {
      toast.success(t("saved"));
      router.refresh();
      return;
    }
    setErrors(result.refusal.fields);
    setRefusal(sentences(result.refusal.code));
  };

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-7">
      <fieldset className="flex flex-col">
        <legend className="display mb-2 text-[1.0625rem]">{t("week")}</legend>
        {draft.week.map((hours, index) => (
          <div
            key={index}
            className="grid items-start gap-x-3 border-t border-line py-3 first-of-type:border-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
          >
            <p className="flex min-h-11 items-center font-semibold first-letter:uppercase">{weekdays[index]}</p>
            <HoursRows
              day={weekdays[index] ?? ""}
              hours={hours}
              onChange={(next) => change({ week: draft.week.map((day, at) => (at === index ? next : day)) })}
              error={weekdayError(errors, draft.week, index, errorOf)}
            />
          </div>
        ))}
      </fieldset>
      <ExceptionFields
        exceptions={draft.exceptions}
        onChange={(exceptions) => change({ exceptions })}
        errorOf={errorOf}
      />
      <div className="grid gap-5 border-t border-line pt-6 sm:grid-cols-2">
        <TimeZoneField
          value={draft.timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
          error={errorOf("timeZone")}
        />
        <Field label={t("slot")} description={t("slotHelp")} error={errorOf("slotMinutes")}>
          <Select
            value={draft.slotMinutes}
            onValueChange={(slotMinutes) => change({ slotMinutes })}
            options={withOwn(SLOT_MINUTES, draft.slotMinutes).map((value) => ({
              value,
              label: t("minutes", { count: Number(value) }),
            }))}
          />
        </Field>
        <Field label={t("buffer")} description={t("bufferHelp")} error={errorOf("bufferMinutes")}>
          <Input
            inputMode="numeric"
            suffix={t("min")}
            value={draft.bufferMinutes}
            onChange={(event) => change({ bufferMinutes: event.target.value })}
          />
        </Field>
        <Field label={t("notice")} description={t("noticeHelp")} error={errorOf("noticeMinutes")}>
          <Select
            value={draft.noticeMinutes}
            onValueChange={(noticeMinutes) => change({ noticeMinutes })}
            options={withOwn(NOTICE_MINUTES, draft.noticeMinutes).map((value) => ({
              value,
              label:
                Number(value) < 2_880
                  ? t("hoursLong", { count: Number(value) / 60 })
                  : t("daysLong", { count: Number(value) / 1_440 }),
            }))}
          />
        </Field>
      </div>
      {Object.keys(errors).length > 0 ? <Notice tone="wrong">{refusal ?? tooMany ?? t("look")}</Notice> : null}
      <Button type="submit" variant="primary" pending={saving} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}

/** What was kept before stays to choose, whatever it is. */
function withOwn(choices: readonly string[], own: string): string[] {
  return choices.includes(own) ? [...choices] : [own, ...choices];
}

function weekdayError(
  errors: FieldErrors,
  week: HoursDraft["week"],
  weekday: number,
  errorOf: (field: string) => string | undefined,
): string | undefined {
  const own = Object.keys(errors).find((field) => {
    const [list, index] = field.split(".");
    return list === "weekly" && index !== undefined && weekdayOfRule(week, Number(index)) === weekday;
  });
  return errorOf(own ?? `days.${weekday + 1}`);
}
