"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { verifyEmailAction } from "#web/features/email/actions.ts";
import type { ErrorCode } from "#web/lib/errors.ts";
import { paths } from "#web/lib/paths.ts";

/** The button that uses a link up. Opening the page alone does not: mail servers open links before people do. */
export function VerifyPanel({ token }: { token: string }) {
  const t = useTranslations("email.link");
  const tRefusal = useTranslations("errors.app");
  const [pending, start] = useTransition();
  const [outcome, setOutcome] = useState<"done" | ErrorCode | null>(null);
  const confirm = () =>
    start(async () => {
      const answer = await verifyEmailAction(token).catch(() => null);
      setOutcome(answer?.ok ? "done" : (answer?.refusal.code ?? "unavailable"));
    });

  if (outcome === "done")
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="good">{t("done")}</Notice>
        <LinkButton href={paths.email()} className="self-start">
          {t("toSettings")}
        </LinkButton>
      </div>
    );
  return (
    <div className="flex flex-col gap-5">
      {outcome ? <Notice tone="wrong">{tRefusal(outcome)}</Notice> : null}
      <Button variant="primary" pending={pending} onClick={confirm} className="self-start">
        {t("confirm")}
      </Button>
      <p className="text-sm text-soft">{t("notYou")}</p>
    </div>
  );
}
