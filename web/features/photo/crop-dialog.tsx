"use client";

import "react-easy-crop/react-easy-crop.css";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import Cropper, { type Area } from "react-easy-crop";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import type { UploadedPhoto } from "#web/features/photo/operations.ts";
import { sendPhoto } from "#web/features/photo/send-photo.ts";
import { usePhotoSentence } from "#web/features/photo/use-photo-sentence.ts";

const MOST_ZOOM = 4;
/** Pixels an arrow key moves. */
const KEY_STEP = 8;

/** Cuts a square out of a picture, by pointer or by keyboard, and uploads it. The server cuts: here it is only chosen. */
export function CropDialog({
  file,
  url,
  onDone,
  onRefused,
}: {
  file: File;
  /** Of the file, for as long as this is open. */
  url: string;
  /** Without a photo where nothing was chosen. */
  onDone: (photo: UploadedPhoto | null) => void;
  onRefused: (sentence: string) => void;
}) {
  const t = useTranslations("photo.profile");
  const sentenceFor = usePhotoSentence();
  const zoomId = useId();
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const [sending, setSending] = useState(false);

  const save = async () => {
    setSending(true);
    // Where this browser cannot show it, there is no square: the server says what is wrong with the file.
    const square = area && { x: Math.round(area.x), y: Math.round(area.y), side: Math.floor(area.width) };
    const sent = await sendPhoto(file, { ...(square ? { crop: square } : {}), onProgress: () => undefined });
    setSending(false);
    if ("photo" in sent) onDone(sent.photo);
    else onRefused(sentenceFor(sent));
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDone(null);
      }}
      title={t("cropTitle")}
      description={t("cropHelp")}
      footer={
        <Button variant="primary" pending={sending} onClick={() => void save()}>
          {t("save")}
        </Button>
      }
    >
      <div className="relative h-72 overflow-hidden rounded-card bg-sunk">
        <Cropper
          image={url}
          crop={crop}
          zoom={zoom}
          maxZoom={MOST_ZOOM}
          aspect={1}
          cropShape="round"
          showGrid={false}
          keyboardStep={KEY_STEP}
          disableAutomaticStylesInjection
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropAreaChange={(_, pixels) => setArea(pixels)}
          mediaProps={{ onError: () => void save() }}
        />
      </div>
      <label htmlFor={zoomId} className="flex items-center gap-3 text-sm font-semibold">
        {t("zoom")}
        <input
          id={zoomId}
          type="range"
          min={1}
          max={MOST_ZOOM}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
          className="h-11 grow accent-brand"
        />
      </label>
    </Dialog>
  );
}
