"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { convertAmount, type Unit, UNITS } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import { HeldAmountFields } from "#web/features/token/held-amount-fields.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { useHeldAmount } from "#web/features/token/use-held-amount.ts";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";
import { paths } from "#web/lib/paths.ts";

/** Changes the unit some tokens count in: the same issuer, the same end, the same minutes. */
export function ConvertForm({
  token,
  holdings,
  first,
}: {
  token: Address;
  /** What still runs; at least one. */
  holdings: HoldingView[];
  first: bigint | null;
}) {
  const t = useTranslations("token.convert");
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const held = useHeldAmount(holdings, first);
  const [wanted, setWanted] = useState<Unit>("minute");

  const { chosen } = held;
  const units = UNITS.filter((unit) => unit !== held.holding?.unit);
  const toUnit = units.includes(wanted) ? wanted : (units[0] ?? "minute");
  const result = chosen && convertAmount(chosen.amount, chosen.holding.unit, toUnit);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    held.setTried(true);
    if (!chosen || result === null) return;
    const done = await send({
      title: t("title", { amount: say(held.minutes) }),
      address: token,
      abi: timeTokenAbi,
      functionName: "convert",
      args: [chosen.holding.tokenId, UNITS.indexOf(toUnit), chosen.amount],
    });
    if (done) router.push(paths.wallet());
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-6">
      <HeldAmountFields
        label={t("amount")}
        holdings={holdings}
        held={held}
        error={chosen && result === null ? t("notWhole") : undefined}
      />
      <RadioGroup
        legend={t("into")}
        columns={2}
        value={toUnit}
        onValueChange={(value) => setWanted(value as Unit)}
        options={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
      />
      {result === null ? null : (
        <p className="text-soft">{t("result", { count: Number(result), unit: t(`units.${toUnit}`) })}</p>
      )}
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="primary" step={state.step}>
        {t("button")}
      </TransactionButton>
    </form>
  );
}
