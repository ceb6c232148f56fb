"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { COVERAGE_DAYS } from "#domain/coverage.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { FileButton } from "#web/components/ui/file-button.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { dropImportAction } from "#web/features/calendar/actions.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import type { Import } from "#web/features/calendar/imports.ts";
import { toSeconds } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

const DAY = 86_400;

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
  const upload = async (file: File) => {
    setProblem(null);
    if (file.size > IMPORT_LIMITS.bytes) return void setProblem(t("problem.bytes"));
    setWorking(true);
    const response = await fetch(paths.importCalendar(file.name), { method: "POST", body: file }).catch(() => null);
    setWorking(false);
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
      <FileButton
        accept=".ics,text/calendar"
        pending={working}
        aria-describedby="import-help"
        onFiles={([file]) => void upload(file)}
      >
        {t("file")}
      </FileButton>
      <p id="import-help" className="mt-2 text-sm text-soft">
        {t("fileHelp")}
      </p>
      {problem ? (
        <div className="mt-3">
          <Notice tone="wrong">{problem}</Notice>
        </div>
      ) : null}
      {imports.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {imports.map(({ id, name, eventCount, createdAt }) => (
            <li key={id} className="flex items-center justify-between gap-x-4 py-2.5">
              <span className="min-w-0">
                <span className="font-semibold break-words">{name}</span>
                <span className="block text-sm text-soft">
                  {t.rich("read", {
                    count: eventCount,
                    since: () => <Instant at={createdAt} format="day" />,
                    until: () => <Instant at={toSeconds(createdAt) + COVERAGE_DAYS * DAY} format="day" />,
                  })}
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
