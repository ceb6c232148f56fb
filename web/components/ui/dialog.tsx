"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode, RefObject } from "react";
import { BACKDROP_STYLE, POPUP_STYLE } from "#web/components/ui/dialog-style.ts";

/**
 * Words and a form above the page; from the bottom on a phone. Closes by Escape, outside, or its cross.
 * Controlled by `open` and `onOpenChange`, or opened by `trigger` (a Button).
 */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  footer,
  initialFocus,
  children,
}: {
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one first. */
  footer?: ReactNode;
  /** What gets the focus as it opens, where that is not its first control. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  return (
    <BaseDialog.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={BACKDROP_STYLE} />
        <BaseDialog.Popup className={POPUP_STYLE} {...(initialFocus ? { initialFocus } : {})}>
          <header className="flex items-start justify-between gap-4">
            <BaseDialog.Title className="text-section">{title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label={t("close")}
              className="touch-target -me-1.5 -mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-full text-soft hover:bg-sunk hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </BaseDialog.Close>
          </header>
          {description ? <BaseDialog.Description className="text-soft">{description}</BaseDialog.Description> : null}
          {children}
          {footer ? <footer className="flex flex-col gap-2.5 sm:flex-row-reverse">{footer}</footer> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
