"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const SHOWN_MS = 2_000;

/** Puts `value` on the clipboard and says so. `label` names what is copied: "Copy Marek's address". */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const t = useTranslations("ui.copy");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };

  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => void copy()}
      className="touch-target inline-flex size-7 shrink-0 items-center justify-center rounded-full text-soft hover:bg-sunk hover:text-ink"
    >
      {copied ? (
        <Check aria-hidden="true" className="size-3.5 text-brand" />
      ) : (
        <Copy aria-hidden="true" className="size-3.5" />
      )}
      <span role="status" className="sr-only">
        {copied ? t("done") : ""}
      </span>
    </button>
  );
}
