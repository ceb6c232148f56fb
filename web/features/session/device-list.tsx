"use client";

import { MonitorSmartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { endAllSessionsAction, endSessionAction } from "#web/features/session/actions.ts";
import { nameDevice } from "#web/features/session/device-name.ts";
import { announceSession } from "#web/features/session/session-channel.ts";
import type { DeviceSession } from "#web/features/session/sessions.ts";
import type { ActionResult } from "#web/lib/action-result.ts";

/** Where one is signed in, each line with the way to end it. */
export function DeviceList({ sessions, current }: { sessions: DeviceSession[]; current: string }) {
  const t = useTranslations("session.devices");
  const tRefusal = useTranslations("errors.app");
  const when = useInstantText();
  const router = useRouter();
  const [ending, setEnding] = useState<string>();
  const [busy, startTransition] = useTransition();

  const end = (which: string, act: () => Promise<ActionResult<null>>) => {
    setEnding(which);
    startTransition(async () => {
      const answer = await act().catch(() => null);
      if (answer?.ok) toast.success(t("ended"));
      else toast.error(tRefusal(answer?.refusal.code ?? "unavailable"));
      announceSession();
      router.refresh();
    });
  };

  return (
    <div className="flex flex-col gap-5">
      <Card as="div" flush>
        <ul aria-label={t("list")} className="divide-y divide-line">
          {sessions.map(({ idHash, device, createdAt, lastSeenAt, expiresAt }) => {
            const { browser, system } = nameDevice(device);
            const name = browser && system ? t("named", { browser, system }) : (browser ?? system ?? t("unknown"));
            return (
              <li key={idHash} className="flex flex-wrap items-center gap-4 p-5">
                <MonitorSmartphone aria-hidden="true" className="size-6 shrink-0 text-soft" />
                <div className="min-w-0 grow">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {name}
                    {idHash === current ? <Pill tone="brand">{t("this")}</Pill> : null}
                  </p>
                  <p className="text-sm text-soft">
                    {t("signedIn", { when: when(createdAt) })}
                    <span aria-hidden="true"> · </span>
                    {t("lastSeen", { when: when(lastSeenAt) })}
                  </p>
                  <p className="text-sm text-soft">{t("ends", { when: when(expiresAt, "day") })}</p>
                </div>
                <Button
                  size="small"
                  pending={busy && ending === idHash}
                  disabled={busy}
                  aria-label={t("endOne", { device: name })}
                  onClick={() => end(idHash, () => endSessionAction({ idHash }))}
                >
                  {t("end")}
                </Button>
              </li>
            );
          })}
        </ul>
      </Card>
      <ConfirmDialog
        trigger={
          <Button variant="danger" disabled={busy} className="self-start">
            {t("endAll")}
          </Button>
        }
        title={t("endAllTitle")}
        description={t("endAllBody")}
        confirm={t("endAll")}
        danger
        pending={busy && ending === "all"}
        onConfirm={() => end("all", endAllSessionsAction)}
      />
    </div>
  );
}
