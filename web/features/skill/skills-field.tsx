"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Field } from "#web/components/ui/field.tsx";
import { RemovableChips } from "#web/components/ui/removable-chips.tsx";
import { SuggestInput } from "#web/components/ui/suggest-input.tsx";
import { addSkills } from "#web/features/skill/add-skills.ts";
import { paths } from "#web/lib/paths.ts";
import { useSuggestions } from "#web/lib/use-suggestions.ts";

/**
 * Skills, each of them a pill that can be taken out. What members call them is suggested as one types; Enter, a comma, or
 * leaving the field adds what stands in it.
 */
export function SkillsField({
  label,
  description,
  error,
  value,
  onChange,
}: {
  label: ReactNode;
  description: ReactNode;
  error: ReactNode;
  value: readonly string[];
  onChange: (skills: string[]) => void;
}) {
  const t = useTranslations("skill");
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const typed = text.trim();
  const found = useSuggestions<string>(typed.length >= 2 ? paths.findSkills(typed) : null);
  const items = found
    .filter((name) => addSkills(value, [name]).length > value.length)
    .map((name) => ({ key: name, label: name }));

  const add = (names: readonly string[], rest = "") => {
    setText(rest);
    const skills = addSkills(value, names);
    if (skills.length === value.length) return;
    onChange(skills);
    setSaid(t("added", { skill: skills.slice(value.length).join(", ") }));
  };
  const remove = (skill: string) => {
    onChange(value.filter((other) => other !== skill));
    setSaid(t("removed", { skill }));
    input.current?.focus();
  };
  const type = (next: string) => {
    const parts = next.split(",");
    if (parts.length > 1) add(parts.slice(0, -1), parts.at(-1)?.trimStart());
    else setText(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter on a suggestion takes that one.
    if (event.key !== "Enter" || event.currentTarget.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    add([text]);
  };

  return (
    <Field label={label} optional description={description} error={error}>
      <RemovableChips
        label={t("list")}
        values={value}
        removeLabel={(skill) => t("remove", { skill })}
        onRemove={remove}
      />
      <SuggestInput
        ref={input}
        value={text}
        placeholder={value.length > 0 ? t("another") : ""}
        onType={type}
        onPick={({ label: name }) => add([name])}
        onKeyDown={onKeyDown}
        onBlur={() => add([text])}
        items={items}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
    </Field>
  );
}
