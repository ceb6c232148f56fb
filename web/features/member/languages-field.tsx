"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Field } from "#web/components/ui/field.tsx";
import { RemovableChips } from "#web/components/ui/removable-chips.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { SPOKEN_LANGUAGES } from "#web/features/member/languages.ts";
import { PROFILE_LIMITS } from "#web/features/member/schema.ts";

/** Languages in the order they are spoken best: each can be taken out, others added from a list. */
export function LanguagesField({
  value,
  onChange,
  error,
}: {
  value: string[];
  onChange: (tags: string[]) => void;
  error?: string | undefined;
}) {
  const t = useTranslations("member.field");
  const locale = useLocale();
  const nameOf = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    return (tag: string) => names.of(tag) ?? tag;
  }, [locale]);
  const options = SPOKEN_LANGUAGES.filter((tag) => !value.includes(tag))
    .map((tag) => ({ value: tag, label: nameOf(tag) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));

  return (
    <Field label={t("languages")} optional description={t("languagesHelp", PROFILE_LIMITS)} error={error}>
      <RemovableChips
        label={t("languages")}
        values={value}
        nameOf={nameOf}
        removeLabel={(language) => t("languagesRemove", { language })}
        onRemove={(tag) => onChange(value.filter((other) => other !== tag))}
      />
      <Select
        // Chosen languages become pills above; the list itself always starts anew.
        key={value.join()}
        options={options}
        placeholder={t("languagesAdd")}
        disabled={value.length >= PROFILE_LIMITS.languages}
        onValueChange={(tag) => onChange([...value, tag])}
      />
    </Field>
  );
}
