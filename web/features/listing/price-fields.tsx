"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Input } from "#web/components/ui/input.tsx";

/** A price typed as people say it: in days, hours and minutes, with one sentence for all. */
export function PriceFields({
  legend,
  help,
  error,
  days,
  hours,
  minutes,
}: {
  legend: string;
  help: string;
  error: ReactNode;
  days: UseFormRegisterReturn;
  hours: UseFormRegisterReturn;
  minutes: UseFormRegisterReturn;
}) {
  const t = useTranslations("listing.form");
  const id = useId();
  const shared = {
    inputMode: "numeric" as const,
    autoComplete: "off",
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error ? `${id}-error` : `${id}-help`,
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      <div className="grid grid-cols-3 gap-2 sm:gap-3">
        <Input {...days} {...shared} aria-label={t("days")} suffix={t("daysUnit")} placeholder="0" />
        <Input {...hours} {...shared} aria-label={t("hours")} suffix={t("hoursUnit")} placeholder="1" />
        <Input {...minutes} {...shared} aria-label={t("minutes")} suffix={t("minutesUnit")} placeholder="0" />
      </div>
      <p id={`${id}-help`} className="text-sm text-soft">
        {help}
      </p>
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
