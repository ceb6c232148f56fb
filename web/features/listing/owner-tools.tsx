"use client";

import { CirclePause, Pencil, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { moveListingAction } from "#web/features/listing/actions.ts";
import { LISTING_STEPS, type ListingStatus } from "#web/features/listing/steps.ts";
import { paths } from "#web/lib/paths.ts";

/** A step with what comes of it. */
function Step({ means, children }: { means: string; children: (describedBy: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      {children(id)}
      <p id={id} className="mt-1.5 text-sm text-soft">
        {means}
      </p>
    </div>
  );
}

/** What an owner can do with a listing: edit it, and take each step its status allows. */
export function OwnerTools({ id, status }: { id: string; status: ListingStatus }) {
  const t = useTranslations("listing.tools");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [moving, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const steps = LISTING_STEPS[status];

  const move = (to: ListingStatus) =>
    start(async () => {
      const answer = await moveListingAction(id, to).catch(() => null);
      setRefusal(answer?.ok ? null : (answer?.refusal.code ?? "unavailable"));
      router.refresh();
    });

  return (
    <div className="flex flex-col gap-4">
      {steps.includes("published") ? (
        <Step means={t(`means.${status === "paused" ? "resume" : "publish"}`)}>
          {(describedBy) => (
            <Button
              variant="primary"
              wide
              pending={moving}
              onClick={() => move("published")}
              aria-describedby={describedBy}
            >
              <Send aria-hidden="true" />
              {status === "paused" ? t("resume") : t("publish")}
            </Button>
          )}
        </Step>
      ) : null}
      {status === "closed" ? null : (
        <Step means={t("means.edit")}>
          {(describedBy) => (
            <LinkButton wide href={paths.editListing(id)} prefetch={false} aria-describedby={describedBy}>
              <Pencil aria-hidden="true" />
              {t("edit")}
            </LinkButton>
          )}
        </Step>
      )}
      {steps.includes("paused") ? (
        <Step means={t("means.pause")}>
          {(describedBy) => (
            <Button wide pending={moving} onClick={() => move("paused")} aria-describedby={describedBy}>
              <CirclePause aria-hidden="true" />
              {t("pause")}
            </Button>
          )}
        </Step>
      ) : null}
      {steps.includes("closed") ? (
        <Step means={t("means.close")}>
          {(describedBy) => (
            <ConfirmDialog
              danger
              title={t("close.title")}
              description={t("close.body")}
              confirm={t("close.confirm")}
              pending={moving}
              onConfirm={() => move("closed")}
              trigger={
                <Button variant="quiet" wide aria-describedby={describedBy}>
                  <Trash2 aria-hidden="true" />
                  {t("close.button")}
                </Button>
              }
            />
          )}
        </Step>
      ) : (
        <p className="text-sm text-soft">{t("means.closed")}</p>
      )}
      {refusal ? <Notice tone="wrong">{tRefusal(refusal)}</Notice> : null}
    </div>
  );
}
