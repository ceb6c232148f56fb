"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "#web/components/ui/button.tsx";
import type { TransactionStep } from "#web/features/transaction/use-transaction.ts";

/** A button that says where its transaction is: its own words, then "Confirm in wallet", "Pending", "Done". */
export function TransactionButton({
  step,
  children,
  ...rest
}: Omit<ButtonProps, "pending"> & { step: TransactionStep; children: ReactNode }) {
  const t = useTranslations("transaction.button");
  const pending = step === "preparing" || step === "confirm" || step === "pending" || step === "indexing";
  return (
    <Button {...rest} pending={pending}>
      {pending || step === "done" ? t(step) : children}
    </Button>
  );
}
