import { AwsClient } from "aws4fetch";
import { PHOTO_SIZES, type PhotoShelf, type PhotoSize } from "#web/features/photo/photo-store.ts";
import { AppError } from "#web/lib/errors.ts";

/** A bucket of any storage that speaks S3. */
export type Bucket = {
  /** Scheme and host, and a path where the bucket is below one. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const RETRIES = 3;

/** Keeps pictures in a bucket that nobody reads but this program. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): PhotoShelf {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  const send = async (method: "PUT" | "GET" | "HEAD" | "DELETE", id: string, size: PhotoSize, body?: Uint8Array) => {
    const url = `${endpoint.replace(/\/$/, "")}/${bucket}/photos/${id}-${size}.webp`;
    const content = body && { body: new Uint8Array(body), headers: { "content-type": "image/webp" } };
    const answer = await client.fetch(url, { method, ...content }).catch((cause: unknown) => {
      throw new AppError("unavailable", { cause });
    });
    if (answer.ok || (answer.status === 404 && method !== "PUT")) return answer;
    throw new Error(`The photo storage answered ${method} with ${answer.status}: ${await answer.text()}`);
  };
  return {
    put: async (id, files) => {
      for (const size of PHOTO_SIZES) await send("PUT", id, size, files[size]);
    },
    get: async (id, size) => {
      const answer = await send("GET", id, size);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    has: async (id) => {
      for (const size of PHOTO_SIZES) if (!(await send("HEAD", id, size)).ok) return false;
      return true;
    },
    remove: async (id) => {
      for (const size of PHOTO_SIZES) await send("DELETE", id, size);
    },
  };
}
