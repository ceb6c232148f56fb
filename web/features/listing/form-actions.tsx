"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "#web/components/ui/button.tsx";

/** What to do with what stands in the form. Each way is pressed by itself: Enter in a field sends nothing. */
export function FormActions({
  isNew,
  sending,
  onSend,
  children,
}: {
  isNew: boolean;
  sending: "draft" | "published" | null;
  onSend: (status: "draft" | "published") => void;
  /** What changes nothing. */
  children: ReactNode;
}) {
  const t = useTranslations("listing.form");
  const id = useId();
  const send = (status: "draft" | "published", label: string, variant?: "primary") => (
    <Button
      variant={variant}
      pending={sending === status}
      disabled={sending !== null}
      onClick={() => onSend(status)}
      aria-describedby={isNew ? `${id}-means` : undefined}
    >
      {label}
    </Button>
  );
  return (
    <div className="border-t border-line pt-6">
      <div className="flex flex-col gap-3 sm:flex-row-reverse sm:justify-start">
        {send("published", isNew ? t("publish") : t("save"), "primary")}
        {isNew ? send("draft", t("draft")) : null}
        <div className="flex flex-col sm:me-auto">{children}</div>
      </div>
      {isNew ? (
        <p id={`${id}-means`} className="mt-3 text-sm text-soft sm:text-end">
          {t("publishMeans")}
        </p>
      ) : null}
    </div>
  );
}
