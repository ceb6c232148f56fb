"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { NOBODY, type Draft } from "#web/features/proposal/draft.ts";
import type { ArbiterChoice } from "#web/features/proposal/queries.ts";

/** Fields in days or percent, and the field of the input each one's error names. */
const NUMBERS = [
  { field: "acceptDays", error: "agreement.acceptBy", unit: "days" },
  { field: "reviewDays", error: "agreement.reviewWindow", unit: "days" },
  { field: "rulingDays", error: "agreement.rulingWindow", unit: "days" },
  { field: "appealDays", error: "agreement.appealWindow", unit: "days" },
  { field: "feePercent", error: "agreement.arbiterFeeBps", unit: "percent" },
  { field: "silencePercent", error: "agreement.silenceSellerBps", unit: "percent" },
] as const;

/** Who decides should the two disagree, and how long everybody has; in words, the numbers behind "Details". */
export function AgreementFields({
  draft,
  change,
  errorOf,
  arbiters,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: (field: string) => string | undefined;
  arbiters: ArbiterChoice[];
}) {
  const t = useTranslations("proposal.agreement");
  const options = arbiters.map(({ address, name }) => ({ value: address, label: name }));
  const wrongNumber = NUMBERS.some(({ error }) => errorOf(error));
  return (
    <Card aria-labelledby="agreement">
      <CardHeader id="agreement" title={t("title")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("arbiter")} description={t("arbiterHelp")} error={errorOf("agreement.arbiter")}>
          <Select value={draft.arbiter} onValueChange={(arbiter) => change({ arbiter })} options={options} />
        </Field>
        <Field label={t("appealArbiter")} description={t("appealHelp")} error={errorOf("agreement.appealArbiter")}>
          <Select
            value={draft.appealArbiter}
            onValueChange={(appealArbiter) => change({ appealArbiter })}
            options={[
              { value: NOBODY, label: t("noAppeal") },
              ...options.filter(({ value }) => value !== draft.arbiter),
            ]}
          />
        </Field>
      </div>
      <p className="mt-5 text-[0.9375rem] text-soft">
        {t("inWords", {
          review: draft.reviewDays,
          ruling: draft.rulingDays,
          fee: draft.feePercent,
          silence: draft.silencePercent,
        })}
      </p>
      <details className="mt-3 rounded-control border border-line px-4" open={wrongNumber || undefined}>
        <summary className="flex min-h-11 items-center font-medium">{t("details")}</summary>
        <div className="grid gap-4 border-t border-line py-4 sm:grid-cols-2">
          {NUMBERS.map(({ field, error, unit }) => (
            <Field key={field} label={t(`${field}.label`)} description={t(`${field}.help`)} error={errorOf(error)}>
              <Input
                inputMode="decimal"
                suffix={t(unit)}
                value={draft[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            </Field>
          ))}
        </div>
      </details>
    </Card>
  );
}
