"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type ReactElement } from "react";
import type { Hex } from "viem";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { keepDealWordsAction } from "#web/features/deal/actions.ts";
import { isWorking, StepLabel } from "#web/features/deal/simple-action.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";

/** Words that go with an act: kept here, their fingerprint on the chain. `dispute` opens a dispute with them. */
export function WordsDialog({ kind, trigger }: { kind: "dispute" | "submitEvidence"; trigger: ReactElement }) {
  const { id, terms, names } = useActing();
  const t = useTranslations(`deal.actions.${kind}`);
  const words = useTranslations("deal.words");
  const sentences = useTranslations("errors.app");
  const { state, call } = useEscrowCall();
  const [open, setOpen] = useState(false);
  const [body, setBody] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const keep = async (): Promise<Hex | null> => {
    const kept = await keepDealWordsAction({ dealId: id, kind: "evidence", body });
    if (kept.ok) return kept.value.hash;
    const field = kept.refusal.fields.body;
    setError(field ? words(field) : null);
    setRefusal(field ? null : sentences(kept.refusal.code));
    return null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setRefusal(null);
    const hash = await keep();
    if (hash === null) return;
    const receipt =
      kind === "dispute"
        ? await call(t("label"), "dispute", [terms, hash])
        : await call(t("label"), "submitEvidence", [terms, hash]);
    if (!receipt) return;
    setBody("");
    setOpen(false);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={t("question")}
      description={t("consequence", names)}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={t("words")} description={words("help")} error={error} name="body">
          <Textarea rows={5} value={body} onChange={(event) => setBody(event.target.value)} />
        </Field>
        {refusal ? <Notice tone="wrong">{refusal}</Notice> : null}
        <Button type="submit" variant={kind === "dispute" ? "danger" : "primary"} wide pending={isWorking(state.step)}>
          <StepLabel step={state.step}>{t("label")}</StepLabel>
        </Button>
      </form>
    </Dialog>
  );
}
