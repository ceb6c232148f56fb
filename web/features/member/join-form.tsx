"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { joinAction } from "#web/features/member/actions.ts";
import { HANDLE_LENGTH } from "#web/features/member/handle.ts";
import { resolveForm } from "#web/features/member/resolve-form.ts";
import { type JoinInput, joinSchema } from "#web/features/member/schema.ts";
import { TimeZoneField } from "#web/features/member/time-zone-field.tsx";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";
import type { Refusal } from "#web/lib/errors.ts";

function check(values: JoinInput) {
  return resolveForm(values, fieldErrorsOf(joinSchema, values));
}

/** The first visit: a handle and a name, then on to where one wanted to go. */
export function JoinForm({ next }: { next: string }) {
  const t = useTranslations("member");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { register, handleSubmit, setError, setValue, formState } = useForm<JoinInput>({
    defaultValues: { handle: "", displayName: "", timeZone: "UTC" },
    resolver: check,
  });
  const { errors, isSubmitting } = formState;
  const problem = (field: keyof JoinInput) => {
    const key = errors[field]?.message;
    return key ? t(`problem.${key}`) : undefined;
  };

  useEffect(() => setValue("timeZone", new Intl.DateTimeFormat().resolvedOptions().timeZone), [setValue]);

  const join = handleSubmit(async (values) => {
    setRefusal(null);
    const answer = await joinAction(values).catch(() => null);
    if (answer?.ok || answer?.refusal.code === "conflict") {
      router.push(next);
      router.refresh();
      return;
    }
    setRefusal(answer?.refusal ?? { code: "unavailable", fields: {} });
    for (const [field, message] of Object.entries(answer?.refusal.fields ?? {}))
      setError(field as keyof JoinInput, { message });
  });

  return (
    <form noValidate onSubmit={(event) => void join(event)} className="flex flex-col gap-6">
      <Field label={t("field.displayName")} description={t("field.displayNameHelp")} error={problem("displayName")}>
        <Input {...register("displayName")} autoComplete="name" />
      </Field>
      <Field label={t("field.handle")} description={t("field.handleHelp", HANDLE_LENGTH)} error={problem("handle")}>
        <Input {...register("handle")} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
      <TimeZoneField {...register("timeZone")} error={problem("timeZone")} />
      {refusal ? <Notice tone="wrong">{tRefusal(refusal.code)}</Notice> : null}
      <Button type="submit" variant="primary" pending={isSubmitting}>
        {t("join.submit")}
      </Button>
    </form>
  );
}
