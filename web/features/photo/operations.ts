import { and, count, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { listingPhoto } from "#web/db/schema/listing-photo.ts";
import { member } from "#web/db/schema/member.ts";
import { photo } from "#web/db/schema/photo.ts";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import type { PhotoStore } from "#web/features/photo/photo-store.ts";
import { type Crop, reencodePhoto } from "#web/features/photo/reencode-photo.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

/** What a member can upload in an hour: each costs a second of a processor. */
const UPLOADS = { action: "photo", times: 60, windowSeconds: 3_600 } as const;

/** How long a photo that nothing shows waits for its form to be sent. */
const UNUSED_SECONDS = 86_400;

/** A photo as a form refers to it. */
export type UploadedPhoto = { id: string; width: number; height: number };

/** How pictures are kept: in the transaction that writes their row, where it is Postgres that keeps them. */
export type PhotoContext = { db: Database; storeIn: (db: Database) => PhotoStore };

/**
 * Keeps what a member uploaded, re-encoded. Until a listing or a profile shows it, it is theirs for a day.
 * @throws AppError `photo_refused`, `photo_limit`, `too_many_requests`
 */
export async function uploadPhoto(
  { db, storeIn }: PhotoContext,
  who: Address,
  { bytes, crop }: { bytes: Uint8Array; crop?: Crop | undefined },
  now: Date,
): Promise<UploadedPhoto> {
  await takeAllowance(db, UPLOADS, who, now);
  const { files, width, height } = await reencodePhoto(bytes, crop);
  return db.transaction(async (tx) => {
    // One upload of a member at a time counts and adds.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`photo:${who}`}, 0))`);
    const [kept] = await tx.select({ count: count() }).from(photo).where(eq(photo.owner, who));
    if ((kept?.count ?? 0) >= PHOTO_LIMITS.perMember) throw new AppError("photo_limit");
    const [made] = await tx.insert(photo).values({ owner: who, width, height, createdAt: now }).returning();
    if (!made) throw new Error("The insert of a photo returned no row.");
    await storeIn(tx).put(made.id, files);
    return { id: made.id, width, height };
  });
}

/**
 * Shows a member's own photo in their profile, or none.
 * @throws AppError `not_found` for somebody who has not joined, `photo_gone` for a photo that is not theirs
 */
export async function setProfilePhoto(db: Database, who: Address, photoId: string | null, now: Date): Promise<void> {
  if (photoId !== null) await requireOwnPhotos(db, who, [photoId]);
  const changed = await db
    .update(member)
    .set({ photoId, updatedAt: now })
    .where(eq(member.address, who))
    .returning({ address: member.address });
  if (changed.length === 0) throw new AppError("not_found");
}

/**
 * Makes sure of photos before something refers to them: in a transaction, they stay until its end.
 * @throws AppError `photo_gone` where one is not there, or somebody else's
 */
export async function requireOwnPhotos(db: Database, who: Address, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await db
    .select({ id: photo.id })
    .from(photo)
    .where(and(inArray(photo.id, [...ids]), eq(photo.owner, who)))
    .for("key share");
  if (found.length < new Set(ids).size) throw new AppError("photo_gone");
}

/**
 * Removes photos nothing has shown for a day, picture and row together.
 * @returns how many
 */
export async function prunePhotos({ db, storeIn }: PhotoContext, now: Date): Promise<number> {
  const unused = and(
    lt(photo.createdAt, addSeconds(now, -UNUSED_SECONDS)),
    notExists(
      db
        .select({ one: sql`1` })
        .from(listingPhoto)
        .where(eq(listingPhoto.photoId, photo.id)),
    ),
    notExists(
      db
        .select({ one: sql`1` })
        .from(member)
        .where(eq(member.photoId, photo.id)),
    ),
  );
  const due = await db.select({ id: photo.id }).from(photo).where(unused);
  let removed = 0;
  for (const { id } of due) {
    // Whoever begins to show it meanwhile waits for the row, and finds it gone or is found here.
    await db.transaction(async (tx) => {
      const rows = await tx
        .select({ id: photo.id })
        .from(photo)
        .where(and(eq(photo.id, id), unused))
        .for("update");
      if (rows.length === 0) return;
      await storeIn(tx).remove(id);
      await tx.delete(photo).where(eq(photo.id, id));
      removed += 1;
    });
  }
  return removed;
}
