"use client";

import { useState } from "react";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import type { UploadedPhoto } from "#web/features/photo/operations.ts";
import { sendPhoto } from "#web/features/photo/send-photo.ts";
import { usePhotoSentence } from "#web/features/photo/use-photo-sentence.ts";

/** A file on its way, or one that did not arrive. */
export type Upload = { key: number; file: File; part: number; sentence: string | null };

let lastKey = 0;

/** Sends files one after the other. What fails stays in sight with its sentence, to be tried again or dismissed. */
export function useUploads(onArrived: (photo: UploadedPhoto) => void) {
  const sentenceFor = usePhotoSentence();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const dismiss = (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key));

  const send = async ({ key, file }: Upload) => {
    if (file.size > PHOTO_LIMITS.bytes)
      return change(key, { sentence: sentenceFor({ code: "photo_too_large", problem: "bytes" }) });
    change(key, { sentence: null, part: 0 });
    const sent = await sendPhoto(file, { onProgress: (part) => change(key, { part }) });
    if (!("photo" in sent)) return change(key, { sentence: sentenceFor(sent) });
    dismiss(key);
    onArrived(sent.photo);
  };
  const add = async (files: readonly File[]) => {
    const added = files.map((file) => ({ key: (lastKey += 1), file, part: 0, sentence: null }));
    setUploads((all) => [...all, ...added]);
    for (const upload of added) await send(upload);
  };
  return { uploads, add, retry: (upload: Upload) => void send(upload), dismiss };
}
