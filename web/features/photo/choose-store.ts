import type { Database } from "#web/db/client.ts";
import { bothStores } from "#web/features/photo/both-stores.ts";
import { type PhotoShelf, postgresStore, type PhotoStore } from "#web/features/photo/photo-store.ts";
import { s3Store } from "#web/features/photo/s3-store.ts";
import { env, type Env } from "#web/lib/env.ts";

/** What of the environment says where pictures are kept. */
export type PhotoSettings = Pick<
  Env,
  "PHOTO_STORE" | "S3_ENDPOINT" | "S3_BUCKET" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

/**
 * Where this installation keeps its pictures: a bucket where one is configured, else Postgres. With a bucket, either may
 * still hold what was uploaded before the setting changed, so the other one is read, too.
 */
export function choosePhotoStore(db: Database, settings: PhotoSettings = env()): PhotoStore {
  const [postgres, bucket] = [postgresStore(db), bucketOf(settings)];
  if (!bucket) return postgres;
  return photosGoTo(settings) === "s3" ? bothStores(bucket, postgres) : bothStores(postgres, bucket);
}

/** Where new pictures go. */
export function photosGoTo(settings: PhotoSettings): "postgres" | "s3" {
  return settings.PHOTO_STORE ?? (settings.S3_ENDPOINT === undefined ? "postgres" : "s3");
}

/** The bucket that is configured; null for none. */
export function bucketOf(settings: PhotoSettings): PhotoShelf | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return s3Store({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
