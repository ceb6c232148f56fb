"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { toast } from "sonner";
import type { Address, Hex } from "viem";
import type { Terms } from "#domain/terms.ts";
import { ratingTypedData } from "#domain/typed-data.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { StarInput } from "#web/components/ui/star-input.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { keepRatingWordsAction, sealRatingAction } from "#web/features/rating/actions.ts";
import { useRatingCall } from "#web/features/rating/use-rating-call.ts";
import { useTypedSignature } from "#web/features/transaction/use-typed-signature.ts";
import type { Refusal } from "#web/lib/errors.ts";

/** A side rates the other: signed and sealed until the other has signed, too, or published at once by itself. */
export function RatingForm({
  dealId,
  terms,
  rater,
  name,
  otherPublished,
}: {
  dealId: Hex;
  terms: Terms;
  rater: Address;
  /** The other side's. */
  name: string;
  /** The other side's rating stands on the chain: there is nothing left to wait for. */
  otherPublished: boolean;
}) {
  const t = useTranslations("rating");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const system = useSystem();
  const { sign } = useTypedSignature();
  const { call } = useRatingCall();
  const [stars, setStars] = useState(0);
  const [body, setBody] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [working, setWorking] = useState<"seal" | "publish" | null>(null);

  const refuse = ({ code, fields }: Refusal) => {
    setErrors(fields);
    setRefusal(Object.keys(fields).length > 0 ? null : sentences(code));
  };
  const seal = async (comment: Hex) => {
    const signature = await sign(ratingTypedData({ dealId, rater, stars, comment }, system));
    if (!signature) return;
    const sealed = await sealRatingAction({ dealId, stars, comment, signature });
    if (!sealed.ok) return refuse(sealed.refusal);
    toast.success(t("sealedDone"));
    router.refresh();
  };
  const publish = async (comment: Hex) => {
    await call(t("publishTitle"), "rate", [terms, [{ rater, stars, comment, signature: "0x" }]]);
  };
  const submit = async (how: "seal" | "publish") => {
    setErrors({});
    setRefusal(null);
    if (stars === 0) return setErrors({ stars: "stars" });
    setWorking(how);
    const kept = await keepRatingWordsAction({ dealId, kind: "comment", body });
    if (!kept.ok) refuse(kept.refusal);
    else await (how === "seal" ? seal(kept.value.hash) : publish(kept.value.hash));
    setWorking(null);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit(otherPublished ? "publish" : "seal");
  };

  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <div>
        <p className="text-sm font-semibold">{t("how", { name })}</p>
        <StarInput label={t("how", { name })} value={stars} onValueChange={setStars} />
        {errors.stars ? (
          <p role="alert" className="text-sm text-warn">
            {t("errors.stars")}
          </p>
        ) : null}
      </div>
      <Field label={t("words")} optional error={errors.body ? t(`errors.${errors.body}`) : null} name="words">
        <Textarea rows={3} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <p className="text-sm text-soft">{t(otherPublished ? "atOnce" : "sealedHelp", { name })}</p>
      {refusal ? <Notice tone="wrong">{refusal}</Notice> : null}
      <Button
        type="submit"
        variant="primary"
        wide
        disabled={working !== null && working !== (otherPublished ? "publish" : "seal")}
        pending={working === (otherPublished ? "publish" : "seal")}
      >
        {t(otherPublished ? "publish" : "seal")}
      </Button>
      {otherPublished ? null : (
        <Button
          wide
          pending={working === "publish"}
          disabled={working === "seal"}
          onClick={() => void submit("publish")}
        >
          {t("publishAlone")}
        </Button>
      )}
    </form>
  );
}
