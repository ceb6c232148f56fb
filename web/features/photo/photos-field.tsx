"use client";

import { CircleAlert, ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { FileButton } from "#web/components/ui/file-button.tsx";
import type { FormPhoto } from "#web/features/photo/form-photo.ts";
import { PHOTO_LIMITS, PHOTO_TYPES } from "#web/features/photo/limits.ts";
import { PhotoRow } from "#web/features/photo/photo-row.tsx";
import { UploadList } from "#web/features/photo/upload-list.tsx";
import { useUploads } from "#web/features/photo/use-uploads.ts";

/**
 * Photos in their order, the first of them the cover: added by choosing or dropping files, put in order by dragging or by
 * their buttons. They are uploaded at once; what shows them is written with the rest of the form.
 */
export function PhotosField({
  legend,
  value,
  onChange,
  error,
}: {
  legend: ReactNode;
  value: readonly FormPhoto[];
  /** Takes what to make of the photos there are then: uploads arrive one by one. */
  onChange: (next: (photos: readonly FormPhoto[]) => FormPhoto[]) => void;
  error: ReactNode;
}) {
  const t = useTranslations("photo");
  const id = useId();
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<number | null>(null);
  const { uploads, add, retry, dismiss } = useUploads((photo) =>
    onChange((photos) => [...photos, { ...photo, alt: "" }]),
  );
  const room = PHOTO_LIMITS.perListing - value.length - uploads.length;

  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= value.length) return;
    onChange((photos) => {
      const rest = photos.filter((_, index) => index !== from);
      return [...rest.slice(0, to), ...photos.slice(from, from + 1), ...rest.slice(to)];
    });
    setSaid(t("moved", { position: to + 1 }));
  };
  const addFiles = (files: Iterable<File>) => void add([...files].slice(0, Math.max(0, room)));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged === null) addFiles(event.dataTransfer.files);
  };

  return (
    <fieldset
      aria-describedby={`${id}-help`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="flex min-w-0 flex-col gap-3"
    >
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      {value.length > 0 ? (
        <ol aria-label={t("list")} className="flex flex-col gap-3">
          {value.map((photo, index) => (
            <PhotoRow
              key={photo.id}
              photo={photo}
              position={index + 1}
              count={value.length}
              onAlt={(alt) => onChange((all) => all.map((each) => (each.id === photo.id ? { ...each, alt } : each)))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => {
                onChange((all) => all.filter((each) => each.id !== photo.id));
                setSaid(t("removed"));
              }}
              drag={{
                active: dragged === index,
                start: () => setDragged(index),
                over: () => {
                  if (dragged === null) return;
                  move(dragged, index);
                  setDragged(index);
                },
                end: () => setDragged(null),
              }}
            />
          ))}
        </ol>
      ) : null}
      <UploadList uploads={uploads} onRetry={retry} onDismiss={dismiss} />
      {room > 0 ? (
        <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-edge px-4 py-6 text-center">
          <FileButton accept={PHOTO_TYPES} multiple onFiles={addFiles}>
            <ImagePlus aria-hidden="true" />
            {t("add")}
          </FileButton>
          <span aria-hidden="true" className="text-sm text-soft max-sm:hidden">
            {t("drop")}
          </span>
        </div>
      ) : null}
      <p id={`${id}-help`} className="text-sm text-soft">
        {t("help", PHOTO_LIMITS)}
      </p>
      {error ? (
        <p className="flex items-start gap-1.5 text-sm text-warn">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
