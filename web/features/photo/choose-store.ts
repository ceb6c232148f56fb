import type { Database } from "#web/db/client.ts";
import { postgresStore, type PhotoStore } from "#web/features/photo/photo-store.ts";
import { s3Store } from "#web/features/photo/s3-store.ts";
import { env } from "#web/lib/env.ts";

/** Where this installation keeps its pictures: a bucket where one is configured, else Postgres. */
export function choosePhotoStore(db: Database): PhotoStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return postgresStore(db);
  return s3Store({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
