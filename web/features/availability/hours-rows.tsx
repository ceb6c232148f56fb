"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { NEW_HOURS, type TypedHours } from "#web/features/availability/hours-draft.ts";

/** The hours of one day: from and to, as many as there are; none means closed. */
export function HoursRows({
  day,
  hours,
  onChange,
  error,
}: {
  /** How the day is called, for screen readers: "Monday". */
  day: string;
  hours: readonly TypedHours[];
  onChange: (hours: TypedHours[]) => void;
  error: string | undefined;
}) {
  const t = useTranslations("calendar.hours");
  const change = (index: number, part: Partial<TypedHours>) =>
    onChange(hours.map((typed, at) => (at === index ? { ...typed, ...part } : typed)));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {hours.map(({ from, to }, index) => (
        <div key={index} className="flex items-center gap-2">
          <Input
            type="time"
            aria-label={t("from", { day })}
            aria-invalid={Boolean(error)}
            value={from}
            onChange={(event) => change(index, { from: event.target.value })}
            className="max-w-38 min-w-0 px-2! max-sm:[&::-webkit-calendar-picker-indicator]:hidden"
          />
          <span aria-hidden="true">–</span>
          <Input
            type="time"
            aria-label={t("to", { day })}
            aria-invalid={Boolean(error)}
            value={to}
            onChange={(event) => change(index, { to: event.target.value })}
            className="max-w-38 min-w-0 px-2! max-sm:[&::-webkit-calendar-picker-indicator]:hidden"
          />
          <Button
            variant="quiet"
            size="small"
            aria-label={t("remove", { day, from, to })}
            onClick={() => onChange(hours.filter((_, at) => at !== index))}
          >
            <X aria-hidden="true" />
          </Button>
        </div>
      ))}
      <div className="flex min-h-11 items-center gap-4">
        {hours.length === 0 ? <p className="text-soft">{t("closed")}</p> : null}
        <Button
          variant="quiet"
          size="small"
          aria-label={t("addTo", { day })}
          onClick={() => onChange([...hours, NEW_HOURS])}
        >
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      </div>
      {error ? (
        <p role="alert" className="text-sm text-warn">
          {error}
        </p>
      ) : null}
    </div>
  );
}
