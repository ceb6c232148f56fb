"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import { isFeeEarned, previewEnding } from "#domain/preview.ts";
import { mostSellerMinutes } from "#domain/split.ts";
import { settlementTypedData, type Settlement } from "#domain/typed-data.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { keepConsentAction } from "#web/features/deal/actions.ts";
import { settlementToJson } from "#web/features/deal/consent-payload.ts";
import { Consequence } from "#web/features/deal/consequence.tsx";
import { drawNonce } from "#web/features/deal/draw-nonce.ts";
import { SplitFields } from "#web/features/deal/split-fields.tsx";
import { standingRuling } from "#web/features/deal/standing-ruling.ts";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useTypedSignature } from "#web/features/transaction/use-typed-signature.ts";

/** How long a signed split can be carried out. */
const HOLDS_SECONDS = 7 * 86_400;

/** Offers the other side a split: signed here, carried out by them. */
export function SettleDialog() {
  const { id, state, terms, names, now } = useActing();
  const t = useTranslations("deal.actions.settle");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const system = useSystem();
  const { state: signing, sign } = useTypedSignature();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [keeping, setKeeping] = useState(false);
  const most = mostSellerMinutes(terms, isFeeEarned(state));
  const [sellerMinutes, setSellerMinutes] = useState(() => most.map((minutes) => Math.floor(minutes / 2)));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(null);
    const settlement: Settlement = {
      dealId: id,
      sellerMinutes: sellerMinutes.map(BigInt),
      ruling: standingRuling(state.ruling),
      nonce: drawNonce(),
      validUntil: now + HOLDS_SECONDS,
    };
    const signature = await sign(settlementTypedData(settlement, system));
    if (!signature) return;
    setKeeping(true);
    const payload = settlementToJson(settlement);
    const kept = await keepConsentAction({ kind: "settlement", dealId: id, payload, note, signature });
    setKeeping(false);
    if (!kept.ok) return setRefusal(sentences(kept.refusal.code));
    toast.success(t("offered"));
    setOpen(false);
    router.refresh();
  };

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button wide>{t("label")}</Button>}
      title={t("question")}
      description={t("consequence", names)}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <SplitFields terms={terms} most={most} value={sellerMinutes} onChange={setSellerMinutes} />
        <Consequence preview={previewEnding(state, terms, { kind: "settle", sellerMinutes }, now)} names={names} />
        <Field label={t("note")} optional name="note">
          <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {refusal ? <Notice tone="wrong">{refusal}</Notice> : null}
        <Button
          type="submit"
          variant="primary"
          wide
          pending={keeping || signing.step === "preparing" || signing.step === "confirm"}
        >
          {t("sign")}
        </Button>
      </form>
    </Dialog>
  );
}
