import type { UploadedPhoto } from "#web/features/photo/operations.ts";
import type { Crop } from "#web/features/photo/reencode-photo.ts";
import { paths } from "#web/lib/paths.ts";

/** What became of an upload: the photo, or the refusal's code and the key of its sentence where there is one. */
export type SentPhoto = { photo: UploadedPhoto } | { code: string; problem: string | undefined };

/** Sends a file. @param onProgress the part that has left this browser, 0 to 1 */
export function sendPhoto(
  file: Blob,
  { crop, onProgress }: { crop?: Crop; onProgress: (part: number) => void },
): Promise<SentPhoto> {
  return new Promise((resolve) => {
    // Only this old way tells how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status === 201) return resolve({ photo: request.response as UploadedPhoto });
      const refusal = request.response as { code?: string; fields?: { file?: string } } | null;
      resolve({ code: refusal?.code ?? "unavailable", problem: refusal?.fields?.file });
    };
    request.onerror = request.onabort = () => resolve({ code: "unavailable", problem: undefined });
    request.open("POST", paths.uploadPhoto(crop));
    request.send(file);
  });
}
