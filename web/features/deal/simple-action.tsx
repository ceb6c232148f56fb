"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionKind } from "#domain/deal.ts";
import { previewEnding, type Preview } from "#domain/preview.ts";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { useActing, type ActingOn } from "#web/features/deal/action-context.tsx";
import { Consequence } from "#web/features/deal/consequence.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";
import type { TransactionStep } from "#web/features/transaction/use-transaction.ts";

/** Acts that need nothing but a yes. */
export type SimpleKind = Extract<
  ActionKind,
  "accept" | "decline" | "withdraw" | "deliver" | "confirm" | "refund" | "recuse" | "appeal" | "concede" | "poke"
>;

const DANGEROUS: readonly SimpleKind[] = ["decline", "withdraw", "refund", "concede"];

/** Whether the wallet or the chain is at work. */
export function isWorking(step: TransactionStep): boolean {
  return step === "preparing" || step === "confirm" || step === "pending" || step === "indexing";
}

/** The one thing to do now: its consequence stands above the button, so the button does it. */
export function PrimaryAction({ kind }: { kind: SimpleKind }) {
  const deal = useActing();
  const t = useTranslations(`deal.actions.${kind}`);
  const { step, act } = useSimpleAct(kind);
  const preview = consequenceOf(kind, deal);
  return (
    <div>
      <h2 className="mb-2 text-card">{t("if", deal.names)}</h2>
      {preview ? <Consequence preview={preview} names={deal.names} /> : null}
      <p className="mt-2 text-sm text-soft">{t("consequence", deal.names)}</p>
      <Button variant="primary" wide pending={isWorking(step)} className="mt-4" onClick={() => void act()}>
        <StepLabel step={step}>{t("label")}</StepLabel>
      </Button>
    </div>
  );
}

/** Something else that can be done: asked once more, with its consequence. */
export function SecondaryAction({ kind }: { kind: SimpleKind }) {
  const deal = useActing();
  const t = useTranslations(`deal.actions.${kind}`);
  const { step, act } = useSimpleAct(kind);
  const [open, setOpen] = useState(false);
  const preview = consequenceOf(kind, deal);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button wide>{t("label")}</Button>}
      title={t("question")}
      description={t("consequence", deal.names)}
      confirm={<StepLabel step={step}>{t("label")}</StepLabel>}
      danger={DANGEROUS.includes(kind)}
      pending={isWorking(step)}
      onConfirm={() => void act().then((done) => setOpen(!done))}
    >
      {preview ? <Consequence preview={preview} names={deal.names} /> : null}
    </ConfirmDialog>
  );
}

/** Done with one tap: its consequence stands beside it. */
export function OneTapAction({ kind }: { kind: SimpleKind }) {
  const t = useTranslations(`deal.actions.${kind}`);
  const { step, act } = useSimpleAct(kind);
  return (
    <Button variant="primary" wide pending={isWorking(step)} onClick={() => void act()}>
      <StepLabel step={step}>{t("label")}</StepLabel>
    </Button>
  );
}

/** What a button says while its transaction is under way. */
export function StepLabel({ step, children }: { step: TransactionStep; children: string }) {
  const t = useTranslations("deal.step");
  if (step === "confirm") return t("confirm");
  return step === "pending" || step === "indexing" ? t("pending") : children;
}

function useSimpleAct(kind: SimpleKind): { step: TransactionStep; act: () => Promise<boolean> } {
  const { id, terms, state } = useActing();
  const t = useTranslations(`deal.actions.${kind}`);
  const { state: sending, call } = useEscrowCall();
  const title = t("label");
  const standing = (state.ruling ?? []).map(BigInt);
  const act = async () => {
    switch (kind) {
      case "deliver":
        return Boolean(await call(title, "deliver", [id]));
      case "poke":
      case "recuse":
        return Boolean(await call(title, kind, [terms, standing]));
      case "withdraw":
        return Boolean(await call(title, "decline", [terms]));
      default:
        return Boolean(await call(title, kind, [terms]));
    }
  };
  return { step: sending.step, act };
}

/** @returns who gets what if this is done; null where doing it moves nothing yet */
function consequenceOf(kind: SimpleKind, { state, terms, role, now }: ActingOn): Preview | null {
  switch (kind) {
    case "confirm":
      return previewEnding(state, terms, { kind: "confirm" }, now);
    case "decline":
    case "withdraw":
    case "refund":
      return previewEnding(state, terms, { kind: "refund" }, now);
    case "deliver":
      return previewEnding({ ...state, status: "delivered", since: now }, terms, { kind: "silence" }, now);
    case "accept":
      return previewEnding({ ...state, status: "active" }, terms, { kind: "confirm" }, now);
    case "concede":
      return previewEnding(state, terms, { kind: "concede", by: role === "seller" ? "seller" : "buyer" }, now);
    case "poke":
      return previewEnding(state, terms, { kind: "silence" }, now);
    case "recuse":
    case "appeal":
      return null;
  }
}
