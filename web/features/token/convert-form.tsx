"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { convertAmount, toMinutes, type Unit, UNITS } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { readAmount, TokenAmountField } from "#web/features/token/token-amount-field.tsx";
import { TokenChoice } from "#web/features/token/token-choice.tsx";
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
  const tProblem = useTranslations("token.problem");
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const [tokenId, setTokenId] = useState(first ?? holdings[0]?.tokenId ?? null);
  const [wanted, setWanted] = useState<Unit>("minute");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);

  const holding = holdings.find((row) => row.tokenId === tokenId);
  const units = UNITS.filter((unit) => unit !== holding?.unit);
  const toUnit = units.includes(wanted) ? wanted : (units[0] ?? "minute");
  const amount = readAmount(text);
  const result = amount === null || !holding ? null : convertAmount(amount, holding.unit, toUnit);
  const problem = () => {
    if (amount === null) return tried ? tProblem("amount") : undefined;
    if (holding && amount > holding.amount) return tProblem("balance");
    return result === null ? t("notWhole") : undefined;
  };

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!holding || amount === null || result === null || amount > holding.amount) return;
    const done = await send({
      title: t("title", { amount: say(toMinutes(amount, holding.unit)) }),
      address: token,
      abi: timeTokenAbi,
      functionName: "convert",
      args: [holding.tokenId, UNITS.indexOf(toUnit), amount],
    });
    if (done) router.push(paths.wallet());
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-6">
      <TokenChoice holdings={holdings} value={tokenId} onChoose={setTokenId} />
      <TokenAmountField
        label={t("amount")}
        unit={holding?.unit ?? "minute"}
        text={text}
        onText={setText}
        most={holding?.amount}
        error={problem()}
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
