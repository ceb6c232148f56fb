"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { Hex } from "viem";
import { dealId, type Terms } from "#domain/terms.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";
import { endAction, prepareFundingAction, signAction } from "#web/features/proposal/actions.ts";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";
import { useTypedSignature } from "#web/features/transaction/use-typed-signature.ts";
import type { ActionResult } from "#web/lib/action-result.ts";
import { paths } from "#web/lib/paths.ts";

/** The seller signs the terms in the wallet; nothing is paid. */
export function SignButton({ proposalId, terms }: { proposalId: string; terms: Terms }) {
  const t = useTranslations("proposal.actions");
  const system = useSystem();
  const { state, sign } = useTypedSignature();
  const settle = useSettled();
  const [keeping, setKeeping] = useState(false);
  const press = async () => {
    const signature = await sign(termsTypedData(terms, system));
    if (!signature) return;
    setKeeping(true);
    settle(await signAction({ proposalId, signature }), t("signed"));
    setKeeping(false);
  };
  const working = state.step === "preparing" || state.step === "confirm" || keeping;
  return (
    <Button variant="primary" wide pending={working} onClick={() => void press()}>
      {state.step === "confirm" ? t("confirmInWallet") : t("sign")}
    </Button>
  );
}

/** The buyer pays into the escrow in one transaction; with the seller's signature the deal runs at once. */
export function FundButton({
  proposalId,
  terms,
  signature,
  mint,
  variant = "primary",
}: {
  proposalId: string;
  terms: Terms;
  signature: Hex | null;
  mint: boolean;
  variant?: "primary" | "secondary";
}) {
  const t = useTranslations("proposal.actions");
  const system = useSystem();
  const router = useRouter();
  const { state, send } = useTransaction();
  const sentences = useTranslations("errors.app");
  const press = async () => {
    const prepared = await prepareFundingAction({ proposalId });
    if (!prepared.ok) {
      toast.error(sentences(prepared.refusal.code));
      router.refresh();
      return;
    }
    const { fundingCall } = await import("#web/features/proposal/funding-call.ts");
    const title = t(signature ? "fundTitle" : "fundUnsignedTitle");
    const call = fundingCall(terms, { signature, mint, ...system });
    const receipt = await send({ ...call, title });
    if (receipt) router.push(paths.deal(dealId(terms, system)));
  };
  const working = ["preparing", "confirm", "pending", "indexing"].includes(state.step);
  return (
    <Button variant={variant} wide pending={working} onClick={() => void press()}>
      {state.step === "confirm" ? t("confirmInWallet") : t(signature ? "fund" : "fundUnsigned")}
    </Button>
  );
}

/** Withdraws or declines; nothing was paid, so nothing is lost. */
export function EndButton({ proposalId, kind }: { proposalId: string; kind: "withdraw" | "decline" }) {
  const t = useTranslations("proposal.actions");
  const settle = useSettled();
  const [open, setOpen] = useState(false);
  const [working, setWorking] = useState(false);
  const press = async () => {
    setWorking(true);
    settle(await endAction({ proposalId }), t(`${kind}Done`));
    setWorking(false);
    setOpen(false);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" wide>
          {t(kind)}
        </Button>
      }
      title={t(`${kind}Question`)}
      description={t(`${kind}Consequence`)}
      confirm={t(kind)}
      danger
      pending={working}
      onConfirm={() => void press()}
    />
  );
}

/** Takes a signature back for good: the terms are voided on the chain, then the proposal ends. */
export function VoidButton({ proposalId, terms }: { proposalId: string; terms: Terms }) {
  const t = useTranslations("proposal.actions");
  const settle = useSettled();
  const { state, call } = useEscrowCall();
  const [open, setOpen] = useState(false);
  const press = async () => {
    const receipt = await call(t("voidTitle"), "voidTerms", [terms]);
    if (!receipt) return;
    settle(await endAction({ proposalId }), t("voidDone"));
    setOpen(false);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" wide>
          {t("void")}
        </Button>
      }
      title={t("voidQuestion")}
      description={t("voidConsequence")}
      confirm={t("void")}
      danger
      pending={["preparing", "confirm", "pending", "indexing"].includes(state.step)}
      onConfirm={() => void press()}
    />
  );
}

/** Says how an action ended, and asks for the page again. */
function useSettled(): (result: ActionResult<unknown>, done: string) => void {
  const router = useRouter();
  const sentences = useTranslations("errors.app");
  return (result, done) => {
    if (result.ok) toast.success(done);
    else toast.error(sentences(result.refusal.code));
    router.refresh();
  };
}
