"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ChangeEvent } from "react";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { dropImportAction } from "#web/features/calendar/actions.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import type { Import } from "#web/features/calendar/imports.ts";
import { paths } from "#web/lib/paths.ts";

/** What a refusal says: a sentence for the file, and the line at fault where there is one. */
type Refused = { code: string; fields: { file?: string; line?: string } };

/** Calendars from elsewhere, whose times then count as busy. */
export function ImportCard({ imports }: { imports: readonly Import[] }) {
  const t = useTranslations("calendar.import");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  const refuse = ({ code, fields: { file, line } }: Refused) => {
    if (file && t.has(`problem.${file}`)) setProblem(t(`problem.${file}`, { line: line ?? "" }));
    else setProblem(code === "conflict" ? t("problem.many") : sentences(code));
  };
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.target;
    const file = field.files?.[0];
    if (!file) return;
    setProblem(null);
    if (file.size > IMPORT_LIMITS.bytes) return void setProblem(t("problem.bytes"));
    setWorking(true);
    const response = await fetch(paths.importCalendar(file.name), { method: "POST", body: file }).catch(() => null);
    setWorking(false);
    field.value = "";
    if (!response) return void setProblem(sentences("unavailable"));
    if (!response.ok) return refuse((await response.json()) as Refused);
    const { eventCount } = (await response.json()) as { eventCount: number };
    toast.success(t("done", { count: eventCount }));
    router.refresh();
  };
  const drop = async (id: string) => {
    const result = await dropImportAction({ id });
    if (!result.ok) return void toast.error(sentences(result.refusal.code));
    router.refresh();
  };

  return (
    <Card aria-labelledby="import">
      <CardHeader id="import" title={t("title")} />
      <p className="mb-4 text-[0.9375rem] text-soft">{t("lead")}</p>
      <Field label={t("file")} description={t("fileHelp")} error={problem}>
        <Input type="file" accept=".ics,text/calendar" disabled={working} onChange={(event) => void upload(event)} />
      </Field>
      {imports.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {imports.map(({ id, name, eventCount, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
              <span className="min-w-0">
                <span className="font-semibold break-words">{name}</span>
                <span className="block text-sm text-soft">
                  {t("events", { count: eventCount })} · <Instant at={createdAt} format="day" />
                </span>
              </span>
              <Button variant="quiet" size="small" aria-label={t("dropNamed", { name })} onClick={() => void drop(id)}>
                {t("drop")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
