"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { answerRingAction } from "#web/features/ring/actions.ts";
import type { RingAnswer } from "#web/features/ring/schema.ts";

/** In or not: a yes binds nobody yet, and can be taken back until everybody has said it. */
export function RingAnswers({
  id,
  mine,
  yes,
  of,
}: {
  id: string;
  mine: RingAnswer | null;
  /** How many have said yes. */
  yes: number;
  of: number;
}) {
  const t = useTranslations("matching.rings");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [sending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  const say = (answer: RingAnswer) =>
    start(async () => {
      const result = await answerRingAction(id, answer).catch(() => null);
      setRefusal(result?.ok ? null : (result?.refusal.code ?? "unavailable"));
      router.refresh();
    });

  return (
    <>
      <p role="status" className="text-sm text-soft">
        {t("answered", { yes, of })}
      </p>
      <div className="flex flex-wrap gap-3">
        {mine === "yes" ? null : (
          <Button variant="primary" pending={sending} onClick={() => say("yes")}>
            {t("sayYes")}
          </Button>
        )}
        <Button variant={mine === "yes" ? "secondary" : "quiet"} pending={sending} onClick={() => say("no")}>
          {t(mine === "yes" ? "takeBack" : "sayNo")}
        </Button>
      </div>
      {refusal ? <Notice tone="wrong">{tRefusal(refusal)}</Notice> : null}
    </>
  );
}
