"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { useExpiryDay } from "#web/features/token/use-expiry-day.ts";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";

/** The issuer gives a lapsed promise of theirs another life in the hands of whoever holds it; nobody else must agree. */
export function RenewDialog({
  token,
  holder,
  tokenId,
  amount,
  minutes,
  name,
}: {
  token: Address;
  holder: Address;
  tokenId: bigint;
  amount: bigint;
  minutes: number;
  /** The holder's. */
  name: string;
}) {
  const t = useTranslations("token.renew");
  const say = useAmountText();
  const { state, send } = useTransaction();
  const [open, setOpen] = useState(false);
  const { day, setDay, expiry, past } = useExpiryDay();

  const renew = async (newExpiry: number) => {
    const done = await send({
      title: t("title", { amount: say(minutes), name }),
      address: token,
      abi: timeTokenAbi,
      functionName: "renew",
      args: [{ holder, id: tokenId, amount, newExpiry, nonce: 0n, validUntil: 0 }, "0x"],
    });
    if (done) setOpen(false);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">{t("open")}</Button>}
      title={t("title", { amount: say(minutes), name })}
      description={t("consequence", { name })}
      footer={
        <>
          <TransactionButton
            variant="primary"
            step={state.step}
            disabled={expiry === null || past}
            onClick={() => expiry !== null && void renew(expiry)}
          >
            {t("button")}
          </TransactionButton>
          <Button disabled={state.step === "confirm" || state.step === "pending"} onClick={() => void renew(0)}>
            {t("never")}
          </Button>
        </>
      }
    >
      <Field label={t("day")} error={past ? t("past") : undefined}>
        <Input type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      </Field>
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
    </Dialog>
  );
}
