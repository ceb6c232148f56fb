import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { photoFile, photoSize } from "#web/db/schema/photo.ts";

/** The sizes a photo is kept in, the smaller first. */
export const PHOTO_SIZES = photoSize.enumValues;

export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** A picture in its sizes. */
export type PhotoFiles = Record<PhotoSize, Uint8Array>;

/** Where the pictures themselves are kept. */
export interface PhotoStore {
  /** Puts all its sizes there; what is there of that picture already gives way. */
  put: (id: string, files: PhotoFiles) => Promise<void>;
  /** @returns null where there is no such picture */
  get: (id: string, size: PhotoSize) => Promise<Uint8Array | null>;
  /** Without effect where there is nothing. */
  remove: (id: string) => Promise<void>;
}

/** A place where pictures are kept that can be asked whether it has one without handing it over. */
export interface PhotoShelf extends PhotoStore {
  /** @returns whether all sizes of a picture are there */
  has: (id: string) => Promise<boolean>;
}

/** Keeps pictures beside everything else. @param db may be a transaction: without the row there is no picture */
export function postgresStore(db: Database): PhotoShelf {
  return {
    put: async (id, files) => {
      await db
        .insert(photoFile)
        .values(PHOTO_SIZES.map((size) => ({ photoId: id, size, bytes: Buffer.from(files[size]) })))
        .onConflictDoUpdate({ target: [photoFile.photoId, photoFile.size], set: { bytes: sql`excluded.bytes` } });
    },
    get: async (id, size) => {
      const [found] = await db
        .select({ bytes: photoFile.bytes })
        .from(photoFile)
        .where(and(eq(photoFile.photoId, id), eq(photoFile.size, size)));
      return found?.bytes ?? null;
    },
    has: async (id) => {
      const found = await db.select({ size: photoFile.size }).from(photoFile).where(eq(photoFile.photoId, id));
      return found.length === PHOTO_SIZES.length;
    },
    remove: async (id) => {
      await db.delete(photoFile).where(eq(photoFile.photoId, id));
    },
  };
}
