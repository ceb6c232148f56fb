"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { useBlocking } from "#web/features/blocking/use-blocking.ts";

/** Blocks somebody, after saying what that means for both. */
export function BlockButton({ address, name }: { address: string; name: string }) {
  const t = useTranslations("blocking");
  const [open, setOpen] = useState(false);
  const { pending, block } = useBlocking({ address, name });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet">
          <Ban aria-hidden="true" />
          {t("block")}
        </Button>
      }
      title={t("confirmTitle", { name })}
      description={t("confirmBody", { name })}
      confirm={t("block")}
      danger
      pending={pending}
      onConfirm={() => block(() => setOpen(false))}
    >
      <ul className="list-disc space-y-1.5 ps-5 text-[0.9375rem]">
        <li>{t("effect.them")}</li>
        <li>{t("effect.you")}</li>
        <li>{t("effect.open")}</li>
      </ul>
    </ConfirmDialog>
  );
}
