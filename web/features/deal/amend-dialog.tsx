"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { termsToJson } from "#domain/terms-json.ts";
import { dealId as idOfTerms } from "#domain/terms.ts";
import { amendmentTypedData } from "#domain/typed-data.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { draftAmendmentAction, keepConsentAction } from "#web/features/deal/actions.ts";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useTypedSignature } from "#web/features/transaction/use-typed-signature.ts";
import { paths } from "#web/lib/paths.ts";
import type { FieldErrors, Refusal } from "#web/lib/errors.ts";
import { fromLocalInput, toLocalInput } from "#web/lib/zoned-time.ts";

/**
 * Suggests another time or other words to the other side: signed here, carried out by them. An address that names a start
 * (dragged to in the calendar) opens it with that time, the end as much later.
 */
export function AmendDialog() {
  const { id, terms, names, brief } = useActing();
  const t = useTranslations("deal.actions.amend");
  const fieldSentences = useTranslations("proposal.errors");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const system = useSystem();
  const timeZone = useTimeZone() ?? "UTC";
  const { sign } = useTypedSignature();
  const wanted = readStart(useSearchParams().get("start"));
  const later = wanted === null ? 0 : wanted - terms.deliverFrom;
  const [open, setOpen] = useState(wanted !== null);
  const [from, setFrom] = useState(() => toLocalInput(terms.deliverFrom + later, timeZone));
  const [by, setBy] = useState(() => toLocalInput(terms.deliverBy + later, timeZone));
  const [words, setWords] = useState(brief ?? "");
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  const show = (next: boolean) => {
    setOpen(next);
    if (!next && wanted !== null) router.replace(paths.deal(id), { scroll: false });
  };
  const refuse = ({ code, fields }: Refusal) => {
    setErrors(fields);
    setRefusal(Object.keys(fields).length > 0 ? null : sentences(code));
  };
  const offer = async () => {
    const draft = await draftAmendmentAction({
      dealId: id,
      deliverFrom: fromLocalInput(from, timeZone) ?? NaN,
      deliverBy: fromLocalInput(by, timeZone) ?? NaN,
      brief: words,
    });
    if (!draft.ok) return refuse(draft.refusal);
    const newTerms = draft.value;
    const signature = await sign(amendmentTypedData({ dealId: id, newDealId: idOfTerms(newTerms, system) }, system));
    if (!signature) return;
    const payload = termsToJson(newTerms);
    const kept = await keepConsentAction({ kind: "amendment", dealId: id, payload, note: "", signature });
    if (!kept.ok) return refuse(kept.refusal);
    toast.success(t("offered"));
    show(false);
    router.refresh();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setErrors({});
    setRefusal(null);
    setWorking(true);
    await offer();
    setWorking(false);
  };
  const errorOf = (field: string) => (errors[field] ? fieldSentences(errors[field]) : undefined);

  return (
    <Dialog
      open={open}
      onOpenChange={show}
      trigger={<Button wide>{t("label")}</Button>}
      title={t("question")}
      description={t("consequence", names)}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("starts")} error={errorOf("deliverFrom")}>
            <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
          </Field>
          <Field label={t("doneBy")} error={errorOf("deliverBy")}>
            <Input type="datetime-local" value={by} onChange={(event) => setBy(event.target.value)} />
          </Field>
        </div>
        <Field label={t("words")} error={errorOf("brief")}>
          <Textarea rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        {refusal ? <Notice tone="wrong">{refusal}</Notice> : null}
        <Button type="submit" variant="primary" wide pending={working}>
          {t("sign")}
        </Button>
      </form>
    </Dialog>
  );
}

/** @returns unix seconds; null where nothing that makes sense is named */
function readStart(said: string | null): number | null {
  const start = Number(said);
  return Number.isInteger(start) && start > 0 && start < 2 ** 40 ? start : null;
}
