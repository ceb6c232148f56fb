"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { HeldAmountFields } from "#web/features/token/held-amount-fields.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { useHeldAmount } from "#web/features/token/use-held-amount.ts";
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
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const held = useHeldAmount(holdings, first);
  const { holding, chosen } = held;
  const reason = holding?.lapsed ? "lapse" : holding?.issuer === me ? "withdraw" : "forgive";
  const name = holding ? (holding.issuerName ?? shortenHex(holding.issuer)) : "";

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    held.setTried(true);
    if (!chosen) return;
    const done = await send({
      title: t(`${reason}.title`, { amount: say(held.minutes), name }),
      address: token,
      abi: timeTokenAbi,
      functionName: "burn",
      args: [chosen.holding.tokenId, chosen.amount],
    });
    if (done) router.push(paths.wallet());
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-6">
      <HeldAmountFields label={t("amount")} holdings={holdings} held={held} />
      <Notice tone="time">{t(`${reason}.consequence`, { name })}</Notice>
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="danger" step={state.step}>
        {t(`${reason}.button`)}
      </TransactionButton>
    </form>
  );
}
