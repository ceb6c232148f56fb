"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { isNobody } from "#domain/address.ts";
import { previewEnding } from "#domain/preview.ts";
import { mostSellerMinutes } from "#domain/split.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { keepDealWordsAction } from "#web/features/deal/actions.ts";
import { Consequence } from "#web/features/deal/consequence.tsx";
import { isWorking, StepLabel } from "#web/features/deal/simple-action.tsx";
import { SplitFields } from "#web/features/deal/split-fields.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";

/** The arbiter says how many minutes of each id the seller gets, and why. */
export function RulingForm() {
  const { id, state, terms, situation, names, now } = useActing();
  const t = useTranslations("deal.actions.rule");
  const words = useTranslations("deal.words");
  const sentences = useTranslations("errors.app");
  const { state: sending, call } = useEscrowCall();
  const most = mostSellerMinutes(terms, terms.arbiterFeeBps > 0);
  const [sellerMinutes, setSellerMinutes] = useState(() => most.map((minutes) => Math.floor(minutes / 2)));
  const [reasons, setReasons] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const appealable = situation === "disputed" && !isNobody(terms.appealArbiter);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setRefusal(null);
    const kept = await keepDealWordsAction({ dealId: id, kind: "reasons", body: reasons });
    if (!kept.ok) {
      const field = kept.refusal.fields.body;
      setError(field ? words(field) : null);
      setRefusal(field ? null : sentences(kept.refusal.code));
      return;
    }
    await call(t("label"), "rule", [terms, sellerMinutes.map(BigInt), kept.value.hash]);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <h2 className="text-card">{t("if", names)}</h2>
      <SplitFields terms={terms} most={most} value={sellerMinutes} onChange={setSellerMinutes} />
      <Consequence preview={previewEnding(state, terms, { kind: "rule", sellerMinutes }, now)} names={names} />
      <Field label={t("words")} description={words("help")} error={error} name="reasons">
        <Textarea rows={4} value={reasons} onChange={(event) => setReasons(event.target.value)} />
      </Field>
      <p className="text-sm text-soft">{t(appealable ? "appealable" : "final", names)}</p>
      {refusal ? <Notice tone="wrong">{refusal}</Notice> : null}
      <Button type="submit" variant="primary" wide pending={isWorking(sending.step)}>
        <StepLabel step={sending.step}>{t("label")}</StepLabel>
      </Button>
    </form>
  );
}
