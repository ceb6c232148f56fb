"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import type { Upload } from "#web/features/photo/use-uploads.ts";

/** Files on their way with how far they are, and those that did not arrive with why. */
export function UploadList({
  uploads,
  onRetry,
  onDismiss,
}: {
  uploads: readonly Upload[];
  onRetry: (upload: Upload) => void;
  onDismiss: (key: number) => void;
}) {
  const t = useTranslations("photo");
  return (
    <ul aria-live="polite" className="flex flex-col gap-2 empty:hidden">
      {uploads.map((upload) => (
        <li key={upload.key} className="rounded-control border border-line bg-raised p-3 text-sm">
          {upload.sentence === null ? (
            <>
              <span id={`upload-${upload.key}`} className="block truncate">
                {t("adding", { name: upload.file.name, percent: upload.part })}
              </span>
              <progress
                aria-labelledby={`upload-${upload.key}`}
                value={upload.part}
                max={1}
                className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-brand"
              />
            </>
          ) : (
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="flex min-w-0 items-start gap-1.5 text-warn">
                <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
                <span className="break-words">
                  {t("failed", { name: upload.file.name, sentence: upload.sentence })}
                </span>
              </p>
              <span className="flex gap-2">
                <Button size="small" onClick={() => onRetry(upload)}>
                  {t("retry")}
                </Button>
                <Button size="small" variant="quiet" onClick={() => onDismiss(upload.key)}>
                  {t("dismiss")}
                </Button>
              </span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
