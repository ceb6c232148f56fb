"use client";

import { useTranslations } from "next-intl";
import { toMinutes, type Unit } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";

/** Longer numbers are beyond any credit line. */
const MOST_DIGITS = 9;

/** @returns the whole number of tokens typed; null for anything else, zero included */
export function readAmount(text: string): bigint | null {
  const tidy = text.trim();
  return /^\d+$/.test(tidy) && tidy.length <= MOST_DIGITS && BigInt(tidy) > 0n ? BigInt(tidy) : null;
}

/** How many tokens of a unit, said as time beside it; `most` offers all there is. */
export function TokenAmountField({
  label,
  unit,
  text,
  onText,
  most,
  error,
}: {
  label: string;
  unit: Unit;
  text: string;
  onText: (text: string) => void;
  most?: bigint | undefined;
  error?: string | undefined;
}) {
  const t = useTranslations("token");
  const say = useAmountText();
  const amount = readAmount(text);
  const inWords =
    amount !== null && unit !== "minute" ? t("amount.is", { amount: say(toMinutes(amount, unit)) }) : null;
  return (
    <div className="flex items-start gap-3">
      <Field label={label} description={inWords ?? t("amount.whole")} error={error} className="grow">
        <Input
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={MOST_DIGITS}
          suffix={t(`unit.short.${unit}`)}
        />
      </Field>
      {most === undefined ? null : (
        <Button className="mt-6.5" onClick={() => onText(String(most))}>
          {t("amount.all")}
        </Button>
      )}
    </div>
  );
}
