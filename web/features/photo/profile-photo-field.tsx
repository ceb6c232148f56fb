"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { FileButton } from "#web/components/ui/file-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { setProfilePhotoAction } from "#web/features/photo/actions.ts";
import { CropDialog } from "#web/features/photo/crop-dialog.tsx";
import { PHOTO_LIMITS, PHOTO_TYPES } from "#web/features/photo/limits.ts";
import { Picture } from "#web/features/photo/picture.tsx";
import { usePhotoSentence } from "#web/features/photo/use-photo-sentence.ts";

/** The longest side of the pictures of faces. */
const SIDE = 512;

/**
 * A member's own photo, cut to a square. It is saved by itself, so that the form around it is neither sent nor lost.
 * @param sign what stands in its place while there is none
 */
export function ProfilePhotoField({ photoId, sign }: { photoId: string | null; sign: ReactNode }) {
  const t = useTranslations("photo.profile");
  const sentenceFor = usePhotoSentence();
  const [shown, setShown] = useState(photoId);
  const [chosen, setChosen] = useState<{ file: File; url: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  const choose = (file: File) => {
    setProblem(null);
    if (file.size > PHOTO_LIMITS.bytes) setProblem(sentenceFor({ code: "photo_too_large", problem: "bytes" }));
    else setChosen({ file, url: URL.createObjectURL(file) });
  };
  const close = () => {
    if (chosen) URL.revokeObjectURL(chosen.url);
    setChosen(null);
  };
  const show = async (id: string | null) => {
    setWorking(true);
    const answer = await setProfilePhotoAction(id).catch(() => null);
    setWorking(false);
    if (!answer?.ok)
      return setProblem(sentenceFor({ code: answer?.refusal.code ?? "unavailable", problem: undefined }));
    setShown(id);
    toast.success(id ? t("saved") : t("removed"));
  };

  return (
    <div role="group" aria-label={t("label")} className="flex flex-wrap items-center gap-5">
      {shown ? (
        <Picture
          photo={{ id: shown, width: SIDE, height: SIDE }}
          size="full"
          alt={t("label")}
          eager
          className="size-20 rounded-full object-cover"
        />
      ) : (
        sign
      )}
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2">
        <p className="text-sm text-soft">{t("help")}</p>
        <div className="flex flex-wrap gap-2">
          <FileButton size="small" accept={PHOTO_TYPES} pending={working} onFiles={([file]) => choose(file)}>
            {shown ? t("change") : t("choose")}
          </FileButton>
          {shown ? (
            <Button size="small" variant="quiet" disabled={working} onClick={() => void show(null)}>
              {t("remove")}
            </Button>
          ) : null}
        </div>
        {problem ? <Notice tone="wrong">{problem}</Notice> : null}
      </div>
      {chosen ? (
        <CropDialog
          {...chosen}
          onDone={(photo) => {
            close();
            if (photo) void show(photo.id);
          }}
          onRefused={(sentence) => {
            close();
            setProblem(sentence);
          }}
        />
      ) : null}
    </div>
  );
}
