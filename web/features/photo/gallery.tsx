"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#web/components/class-names.ts";
import { Dialog } from "#web/components/ui/dialog.tsx";
import type { FormPhoto } from "#web/features/photo/form-photo.ts";
import { Picture } from "#web/features/photo/picture.tsx";

/** The photos of something: the first one large, the others beside it to open. */
export function Gallery({ photos, title }: { photos: readonly FormPhoto[]; title: string }) {
  const t = useTranslations("photo");
  const [open, setOpen] = useState<number | null>(null);
  const nameOf = ({ alt }: FormPhoto, index: number) => alt || t("untitled", { position: index + 1, title });
  const shown = open === null ? undefined : photos[open];
  return (
    <section aria-label={t("gallery")}>
      <ul className="grid grid-cols-4 gap-1">
        {photos.map((photo, index) => (
          <li key={photo.id} className={classNames(index === 0 && "col-span-4")}>
            <button
              type="button"
              onClick={() => setOpen(index)}
              className="block w-full cursor-zoom-in outline-none focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-brand"
            >
              <Picture
                photo={photo}
                size={index === 0 ? "full" : "card"}
                alt={nameOf(photo, index)}
                eager={index === 0}
                className={classNames("w-full object-cover", index === 0 ? "aspect-16/9 max-h-112" : "aspect-square")}
              />
              {/* Behind what the photo shows, not in its place. */}
              <span className="sr-only">{t("open", { position: index + 1, count: photos.length })}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown && open !== null ? (
        <Dialog open onOpenChange={(next) => (next ? undefined : setOpen(null))} title={nameOf(shown, open)}>
          <Picture photo={shown} size="full" alt={nameOf(shown, open)} eager className="h-auto w-full rounded-card" />
        </Dialog>
      ) : null}
    </section>
  );
}
