"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { SAVED_SEARCH_LIMITS } from "#web/features/saved-search/schema.ts";
import type { ActionResult } from "#web/lib/action-result.ts";
import type { Refusal } from "#web/lib/errors.ts";

/** Asks for a search's name, above the page. What is wrong with it stands beside it. */
export function NameForm({
  open,
  onOpenChange,
  title,
  description,
  name,
  confirm,
  act,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  name: string;
  confirm: string;
  act: (name: string) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("savedSearch");
  const tRefusal = useTranslations("errors.app");
  const field = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const problem = refusal?.fields.name ?? refusal?.fields.query;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    start(async () => {
      const answer = await act(field.current?.value ?? "").catch(() => null);
      setRefusal(answer?.ok ? null : (answer?.refusal ?? { code: "unavailable", fields: {} }));
      if (answer?.ok) onOpenChange(false);
    });
  };

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={description} initialFocus={field}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("name")} error={problem ? t(`problem.${problem}`, SAVED_SEARCH_LIMITS) : undefined}>
          <Input ref={field} defaultValue={name} maxLength={SAVED_SEARCH_LIMITS.nameLongest} autoComplete="off" />
        </Field>
        {refusal && !problem ? <Notice tone="wrong">{tRefusal(refusal.code)}</Notice> : null}
        <Button type="submit" variant="primary" pending={pending}>
          {confirm}
        </Button>
      </form>
    </Dialog>
  );
}
