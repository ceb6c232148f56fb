"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { OneTapAction, type SimpleKind } from "#web/features/deal/simple-action.tsx";

/** What gives the payment back, for whoever can. */
const WAYS_BACK: readonly SimpleKind[] = ["refund", "decline", "withdraw"];

/** The seller's calendar has no place for this deal: the payment goes back with one tap, or both agree on another time. */
export function NoTimeAgreed() {
  const { actions, names, role } = useActing();
  const t = useTranslations("calendar.missing");
  const wayBack = WAYS_BACK.find((kind) => actions.some((action) => action.kind === kind && action.opensAt === null));
  return (
    <Card aria-labelledby="no-time" className="border-warn/50">
      <CardHeader id="no-time" title={t("title")} />
      <p className="mb-4 text-[0.9375rem] text-soft">{t("why", names)}</p>
      {wayBack ? <OneTapAction kind={wayBack} /> : <p className="text-[0.9375rem]">{t("wait", { ...names, role })}</p>}
    </Card>
  );
}
