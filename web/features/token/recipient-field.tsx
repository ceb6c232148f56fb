"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { findRecipientsAction } from "#web/features/token/actions.ts";
import type { Recipient } from "#web/features/token/queries.ts";

const PAUSE_MS = 250;

/** Chooses a member by handle, name or address: a name and a face before anything is sent to an address. */
export function RecipientField({
  label,
  chosen,
  onChoose,
  without,
  error,
}: {
  label: string;
  chosen: Recipient | null;
  onChoose: (recipient: Recipient | null) => void;
  /** Never among the suggestions: oneself. */
  without: string;
  error?: string | undefined;
}) {
  const t = useTranslations("token.recipient");
  const [text, setText] = useState("");
  const found = useSuggestions(text);

  if (chosen)
    return (
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-semibold">{label}</span>
        <div className="flex items-center justify-between gap-3 rounded-control border border-brand bg-brand-tint p-3">
          <Person {...chosen} detail={chosen.handle ? `@${chosen.handle}` : t("stranger")} />
          <Button size="small" variant="quiet" onClick={() => onChoose(null)}>
            {t("change")}
          </Button>
        </div>
      </div>
    );

  const suggestions = found?.filter(({ address }) => address !== without) ?? null;
  return (
    <div>
      <Field label={label} description={t("help")} error={error}>
        <Input
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
        />
      </Field>
      <div role="status">
        {suggestions?.length === 0 ? <p className="mt-2 text-sm text-soft">{t("nobody", { text })}</p> : null}
        {suggestions?.length ? (
          <ul aria-label={t("suggestions")} className="mt-2 divide-y divide-line rounded-control border border-line">
            {suggestions.map((recipient) => (
              <li key={recipient.address}>
                <button
                  type="button"
                  onClick={() => onChoose(recipient)}
                  className="flex min-h-14 w-full items-center px-3 py-2 text-start -outline-offset-2 hover:bg-sunk"
                >
                  <Person {...recipient} detail={recipient.handle ? `@${recipient.handle}` : t("stranger")} />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

/** @returns who fits what is typed, a moment after the last key; null while nothing is asked for */
function useSuggestions(text: string): Recipient[] | null {
  const [found, setFound] = useState<{ text: string; recipients: Recipient[] } | null>(null);
  const wanted = text.trim();

  useEffect(() => {
    if (!wanted) return undefined;
    let stale = false;
    const timer = setTimeout(() => {
      void findRecipientsAction(wanted).then((answer) => {
        if (!stale && answer.ok) setFound({ text: wanted, recipients: answer.value });
      });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted]);

  return wanted && found?.text === wanted ? found.recipients : null;
}
