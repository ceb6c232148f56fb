"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import type { Address, Hex } from "viem";
import type { Terms } from "#domain/terms.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { keepRatingWordsAction } from "#web/features/rating/actions.ts";
import { useRatingCall } from "#web/features/rating/use-rating-call.ts";

/** The rated side's one answer. */
export function ReplyForm({ dealId, terms, rater, name }: { dealId: Hex; terms: Terms; rater: Address; name: string }) {
  const t = useTranslations("rating");
  const sentences = useTranslations("errors.app");
  const { call } = useRatingCall();
  const [body, setBody] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setWorking(true);
    const kept = await keepRatingWordsAction({ dealId, kind: "reply", body });
    if (kept.ok) await call(t("reply"), "reply", [terms, rater, kept.value.hash]);
    else setError(kept.refusal.fields.body ? t(`errors.${kept.refusal.fields.body}`) : sentences(kept.refusal.code));
    setWorking(false);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="mt-3 flex flex-col gap-3">
      <Field label={t("replyTo", { name })} description={t("replyHelp")} error={error} name="reply">
        <Textarea rows={2} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <Button type="submit" pending={working}>
        {t("reply")}
      </Button>
    </form>
  );
}
