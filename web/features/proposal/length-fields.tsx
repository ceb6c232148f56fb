"use client";

import { useTranslations } from "next-intl";
import { Input } from "#web/components/ui/input.tsx";
import type { Draft } from "#web/features/proposal/draft.ts";

/** How much time it takes, which is also the price. */
export function LengthFields({
  draft,
  change,
  error,
}: {
  draft: Pick<Draft, "hours" | "minutes">;
  change: (part: Partial<Pick<Draft, "hours" | "minutes">>) => void;
  error: string | undefined;
}) {
  const t = useTranslations("proposal.when");
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1.5 text-sm font-semibold">{t("length")}</legend>
      <div className="grid max-w-xs grid-cols-2 gap-3">
        <Input
          inputMode="numeric"
          aria-label={t("hours")}
          aria-invalid={Boolean(error)}
          suffix={t("hoursShort")}
          value={draft.hours}
          onChange={(event) => change({ hours: event.target.value })}
        />
        <Input
          inputMode="numeric"
          aria-label={t("minutes")}
          aria-invalid={Boolean(error)}
          suffix={t("minutesShort")}
          value={draft.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </div>
      {error ? (
        <p role="alert" className="mt-1.5 text-sm text-warn">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
