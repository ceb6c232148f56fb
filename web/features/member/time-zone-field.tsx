"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useId } from "react";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";

/** An IANA time zone, typed with suggestions: there are four hundred of them. */
export function TimeZoneField({ error, ...input }: ComponentProps<typeof Input> & { error?: string | undefined }) {
  const t = useTranslations("member.field");
  const list = useId();
  return (
    <Field label={t("timeZone")} error={error}>
      <Input {...input} list={list} autoComplete="off" spellCheck={false} />
      <datalist id={list}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Field>
  );
}
