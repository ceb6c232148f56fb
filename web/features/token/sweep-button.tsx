"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";

/** Clears away everything `holder` has of ids that have run out. */
export function SweepButton({ token, holder, ids }: { token: Address; holder: Address; ids: bigint[] }) {
  const t = useTranslations("token.sweep");
  const { state, send } = useTransaction();
  return (
    <TransactionButton
      size="small"
      step={state.step}
      onClick={() =>
        void send({
          title: t("title"),
          address: token,
          abi: timeTokenAbi,
          functionName: "sweep",
          args: [holder, ids],
        })
      }
    >
      {t("button")}
    </TransactionButton>
  );
}
