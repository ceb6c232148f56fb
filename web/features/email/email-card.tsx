"use client";

import { MailCheck, MailQuestion } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { removeEmailAction, requestEmailAction } from "#web/features/email/actions.ts";
import type { OwnEmail } from "#web/features/email/queries.ts";
import { emailSchema } from "#web/features/email/schema.ts";
import { resolveForm } from "#web/features/member/resolve-form.ts";
import type { ErrorCode, Refusal } from "#web/lib/errors.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

type Values = { address: string };

const check = (values: Values) => resolveForm(values, fieldErrorsOf(emailSchema, values));

/** One's own address: which one is verified, which one waits for its link, and the way to add, change or remove it. */
export function EmailCard({ email, mailboxUrl }: { email: OwnEmail; mailboxUrl: string | null }) {
  const t = useTranslations("email");
  const when = useInstantText();
  const { verified, pending } = email;
  return (
    <div className="flex flex-col gap-5">
      {verified || pending ? (
        <Card as="div" flush>
          <ul aria-label={t("list")} className="divide-y divide-line">
            {verified ? (
              <Line icon={<MailCheck aria-hidden="true" className="text-brand" />} address={verified}>
                <Pill tone="brand">{t("verified")}</Pill>
              </Line>
            ) : null}
            {pending ? (
              <Line
                icon={<MailQuestion aria-hidden="true" className="text-time-ink" />}
                address={pending.address}
                detail={t("pendingDetail", { when: when(pending.until) })}
              >
                <Pill tone="time">{t("pending")}</Pill>
              </Line>
            ) : null}
          </ul>
          {pending && mailboxUrl ? (
            <p className="border-t border-line bg-sunk px-5 py-3 text-sm text-soft">
              {t.rich("local", {
                mailbox: (words) => (
                  <TextLink href={mailboxUrl} target="_blank" rel="noreferrer">
                    {words}
                  </TextLink>
                ),
              })}
            </p>
          ) : null}
        </Card>
      ) : null}
      <Card aria-labelledby="email-form">
        <CardHeader id="email-form" title={verified ? t("change") : pending ? t("again") : t("add")} />
        <EmailForm start={pending?.address ?? ""} submit={pending ? t("sendAgain") : t("send")} />
      </Card>
      {verified || pending ? <RemoveButton /> : null}
    </div>
  );
}

function Line({
  icon,
  address,
  detail,
  children,
}: {
  icon: React.ReactNode;
  address: string;
  detail?: string;
  children: React.ReactNode;
}) {
  return (
    <li className="flex items-center gap-4 p-5 [&>svg]:size-6 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold break-all">{address}</span>
          {children}
        </p>
        {detail ? <p className="text-sm text-soft">{detail}</p> : null}
      </div>
    </li>
  );
}

function EmailForm({ start, submit }: { start: string; submit: string }) {
  const t = useTranslations("email");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { register, handleSubmit, setError, formState } = useForm<Values>({
    values: { address: start },
    resolver: check,
  });
  const { errors, isSubmitting } = formState;
  const problem = errors.address?.message;

  const send = handleSubmit(async (values) => {
    setRefusal(null);
    const answer = await requestEmailAction(values).catch(() => null);
    if (answer?.ok) {
      toast.success(t("sent"));
      router.refresh();
      return;
    }
    setRefusal(answer?.refusal ?? { code: "unavailable", fields: {} });
    const message = answer?.refusal.fields["address"];
    if (message) setError("address", { message });
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex flex-col gap-5">
      <Field label={t("address")} description={t("addressHelp")} error={problem ? t(`problem.${problem}`) : undefined}>
        <Input
          {...register("address")}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          dir="ltr"
        />
      </Field>
      {refusal ? <Notice tone="wrong">{tRefusal(refusal.code)}</Notice> : null}
      <Button type="submit" variant="primary" pending={isSubmitting} className="sm:self-end">
        {submit}
      </Button>
    </form>
  );
}

function RemoveButton() {
  const t = useTranslations("email.remove");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await removeEmailAction().catch(() => null);
      const refused: ErrorCode | null = answer?.ok ? null : (answer?.refusal.code ?? "unavailable");
      if (refused) toast.error(tRefusal(refused));
      else toast.success(t("done"));
      setOpen(false);
      router.refresh();
    });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="danger" className="self-start">
          {t("button")}
        </Button>
      }
      title={t("title")}
      description={t("body")}
      confirm={t("button")}
      danger
      pending={pending}
      onConfirm={remove}
    />
  );
}
