import { and, eq } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { photoFile, photoSize } from "#web/db/schema/photo.ts";

/** The sizes a photo is kept in, the smaller first. */
export const PHOTO_SIZES = photoSize.enumValues;

export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** Where the pictures themselves are kept. */
export interface PhotoStore {
  put: (id: string, files: Record<PhotoSize, Uint8Array>) => Promise<void>;
  /** @returns null where there is no such picture */
  get: (id: string, size: PhotoSize) => Promise<Uint8Array | null>;
  /** Without effect where there is nothing. */
  remove: (id: string) => Promise<void>;
}

/** Keeps pictures beside everything else. @param db may be a transaction: without the row there is no picture */
export function postgresStore(db: Database): PhotoStore {
  return {
    put: async (id, files) => {
      await db
        .insert(photoFile)
        .values(PHOTO_SIZES.map((size) => ({ photoId: id, size, bytes: Buffer.from(files[size]) })));
    },
    get: async (id, size) => {
      const [found] = await db
        .select({ bytes: photoFile.bytes })
        .from(photoFile)
        .where(and(eq(photoFile.photoId, id), eq(photoFile.size, size)));
      return found?.bytes ?? null;
    },
    remove: async (id) => {
      await db.delete(photoFile).where(eq(photoFile.photoId, id));
    },
  };
}
