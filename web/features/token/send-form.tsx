"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { HeldAmountFields } from "#web/features/token/held-amount-fields.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import type { Recipient } from "#web/features/token/queries.ts";
import { RecipientField } from "#web/features/token/recipient-field.tsx";
import { useHeldAmount } from "#web/features/token/use-held-amount.ts";
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
  const held = useHeldAmount(holdings, first);
  const [recipient, setRecipient] = useState<Recipient | null>(null);

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    held.setTried(true);
    if (!held.chosen || !recipient) return;
    const done = await send({
      title: t("title", { amount: say(held.minutes), name: recipient.name ?? shortenHex(recipient.address) }),
      address: token,
      abi: timeTokenAbi,
      functionName: "safeTransferFrom",
      args: [me, recipient.address, held.chosen.holding.tokenId, held.chosen.amount, "0x"],
    });
    if (done) router.push(paths.wallet());
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-6">
      <HeldAmountFields label={t("amount")} holdings={holdings} held={held} />
      <RecipientField
        label={t("recipient")}
        chosen={recipient}
        onChoose={setRecipient}
        without={me}
        error={held.tried && !recipient ? tProblem("recipient") : undefined}
      />
      <p className="text-sm text-soft">{t("consequence")}</p>
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="primary" step={state.step}>
        {t("button")}
      </TransactionButton>
    </form>
  );
}
