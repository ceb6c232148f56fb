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
import type { Recipient } from "#web/features/token/queries.ts";
import { RecipientField } from "#web/features/token/recipient-field.tsx";
import { readAmount, TokenAmountField } from "#web/features/token/token-amount-field.tsx";
import { TokenChoice } from "#web/features/token/token-choice.tsx";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** Gives tokens to somebody, for nothing: a deal would hold them until the work is done. */
export function SendForm({
  token,
  me,
  holdings,
  first,
}: {
  token: Address;
  me: Address;
  /** What still runs; at least one. */
  holdings: HoldingView[];
  /** The id to begin with. */
  first: bigint | null;
}) {
  const t = useTranslations("token.send");
  const tProblem = useTranslations("token.problem");
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const [tokenId, setTokenId] = useState(first ?? holdings[0]?.tokenId ?? null);
  const [text, setText] = useState("");
  const [recipient, setRecipient] = useState<Recipient | null>(null);
  const [tried, setTried] = useState(false);

  const holding = holdings.find((row) => row.tokenId === tokenId);
  const amount = readAmount(text);
  const tooMuch = amount !== null && holding !== undefined && amount > holding.amount;
  const minutes = amount === null || !holding ? 0 : toMinutes(amount, holding.unit);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!holding || amount === null || tooMuch || !recipient) return;
    const done = await send({
      title: t("title", { amount: say(minutes), name: recipient.name ?? shortenHex(recipient.address) }),
      address: token,
      abi: timeTokenAbi,
      functionName: "safeTransferFrom",
      args: [me, recipient.address, holding.tokenId, amount, "0x"],
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
      <RecipientField
        label={t("recipient")}
        chosen={recipient}
        onChoose={setRecipient}
        without={me}
        error={tried && !recipient ? tProblem("recipient") : undefined}
      />
      <p className="text-sm text-soft">{t("consequence")}</p>
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="primary" step={state.step}>
        {t("button")}
      </TransactionButton>
    </form>
  );
}
