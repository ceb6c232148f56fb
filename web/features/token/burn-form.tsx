"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { toMinutes } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { readAmount, TokenAmountField } from "#web/features/token/token-amount-field.tsx";
import { TokenChoice } from "#web/features/token/token-choice.tsx";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** Burns tokens for good: one's own promise is withdrawn, somebody else's forgiven, a lapsed one cleared away. */
export function BurnForm({
  token,
  me,
  holdings,
  first,
}: {
  token: Address;
  me: Address;
  /** At least one. */
  holdings: HoldingView[];
  first: bigint | null;
}) {
  const t = useTranslations("token.burn");
  const tProblem = useTranslations("token.problem");
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const [tokenId, setTokenId] = useState(first ?? holdings[0]?.tokenId ?? null);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);

  const holding = holdings.find((row) => row.tokenId === tokenId);
  const amount = readAmount(text);
  const tooMuch = amount !== null && holding !== undefined && amount > holding.amount;
  const reason = holding?.lapsed ? "lapse" : holding?.issuer === me ? "withdraw" : "forgive";
  const name = holding ? (holding.issuerName ?? shortenHex(holding.issuer)) : "";

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!holding || amount === null || tooMuch) return;
    const done = await send({
      title: t(`${reason}.title`, { amount: say(toMinutes(amount, holding.unit)), name }),
      address: token,
      abi: timeTokenAbi,
      functionName: "burn",
      args: [holding.tokenId, amount],
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
        error={tooMuch ? tProblem("balance") : tried && amount === null ? tProblem("amount") : undefined}
      />
      <Notice tone="time">{t(`${reason}.consequence`, { name })}</Notice>
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="danger" step={state.step}>
        {t(`${reason}.button`)}
      </TransactionButton>
    </form>
  );
}
