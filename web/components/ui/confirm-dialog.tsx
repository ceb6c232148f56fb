"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { BACKDROP_STYLE, POPUP_STYLE } from "#web/components/ui/dialog-style.ts";

/**
 * Asks before something that cannot be taken back. The consequence stands in `children` (Facts say who gets what).
 * Does not close by a click outside. Focus starts on the way back.
 */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  confirm,
  danger = false,
  pending = false,
  onConfirm,
  children,
}: {
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  title: ReactNode;
  description: ReactNode;
  /** The verb on the button: "Confirm and pay". */
  confirm: ReactNode;
  danger?: boolean | undefined;
  pending?: boolean | undefined;
  onConfirm: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  return (
    <AlertDialog.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      {trigger ? <AlertDialog.Trigger render={trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP_STYLE} />
        <AlertDialog.Popup className={POPUP_STYLE}>
          <AlertDialog.Title className="text-section">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-soft">{description}</AlertDialog.Description>
          {children}
          <footer className="flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
            <AlertDialog.Close render={<Button variant="quiet">{t("back")}</Button>} />
            <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
              {confirm}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
