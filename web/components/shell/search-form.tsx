"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, type FormEvent, type RefObject } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { paths } from "#web/lib/paths.ts";

/** One field for everything that has a page. Without scripts it works as any form. */
export function SearchForm({
  defaultValue = "",
  field,
  onLeave,
}: {
  defaultValue?: string;
  field?: RefObject<HTMLInputElement | null>;
  /** Called as the search leads away. */
  onLeave?: () => void;
}) {
  const t = useTranslations("search");
  const router = useRouter();
  const help = useId();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    if (typeof text !== "string" || text.trim() === "") return;
    onLeave?.();
    router.push(paths.find(text.trim()));
  };

  return (
    <form role="search" action={paths.findForm()} onSubmit={submit} className="flex flex-col gap-3">
      <div className="flex gap-2.5">
        <Input
          ref={field}
          name="q"
          type="search"
          aria-label={t("label")}
          aria-describedby={help}
          placeholder={t("placeholder")}
          defaultValue={defaultValue}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="primary" aria-label={t("go")}>
          <ArrowRight aria-hidden="true" className="rtl:rotate-180" />
        </Button>
      </div>
      <p id={help} className="text-sm text-soft">
        {t("help")}
      </p>
    </form>
  );
}
