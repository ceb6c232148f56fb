import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";

/** @returns the sentence for a refused photo: what is wrong with the file, else what the refusal's code says */
export function usePhotoSentence(): (refused: { code: string; problem: string | undefined }) => string {
  const t = useTranslations("photo");
  const sentences = useTranslations("errors.app");
  return useCallback(
    ({ code, problem }) => {
      if (problem && t.has(`problem.${problem}`)) return t(`problem.${problem}`, PHOTO_LIMITS);
      return sentences(code);
    },
    [t, sentences],
  );
}
