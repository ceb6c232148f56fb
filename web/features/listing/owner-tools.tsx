"use client";

import { CirclePause, Pencil, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { moveListingAction } from "#web/features/listing/actions.ts";
import { LISTING_STEPS, type ListingStatus } from "#web/features/listing/steps.ts";
import { paths } from "#web/lib/paths.ts";

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
    <div className="flex flex-col gap-3">
      {steps.includes("published") ? (
        <Button variant="primary" wide pending={moving} onClick={() => move("published")}>
          <Send aria-hidden="true" />
          {status === "paused" ? t("resume") : t("publish")}
        </Button>
      ) : null}
      {status === "closed" ? null : (
        <LinkButton wide href={paths.editListing(id)} prefetch={false}>
          <Pencil aria-hidden="true" />
          {t("edit")}
        </LinkButton>
      )}
      {steps.includes("paused") ? (
        <Button wide pending={moving} onClick={() => move("paused")}>
          <CirclePause aria-hidden="true" />
          {t("pause")}
        </Button>
      ) : null}
      {steps.includes("closed") ? (
        <ConfirmDialog
          danger
          title={t("close.title")}
          description={t("close.body")}
          confirm={t("close.confirm")}
          pending={moving}
          onConfirm={() => move("closed")}
          trigger={
            <Button variant="quiet" wide>
              <Trash2 aria-hidden="true" />
              {t("close.button")}
            </Button>
          }
        />
      ) : null}
      {refusal ? <Notice tone="wrong">{tRefusal(refusal)}</Notice> : null}
    </div>
  );
}
