import { and, eq, inArray, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { listingPhoto } from "#web/db/schema/listing-photo.ts";
import { listing } from "#web/db/schema/listing.ts";
import { listingIdSchema, type ListingInput } from "#web/features/listing/schema.ts";
import { LISTING_STEPS, type ListingStatus } from "#web/features/listing/steps.ts";
import { requireOwnPhotos } from "#web/features/photo/operations.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Writes a new listing of `who`.
 * @param status draft (only its owner sees it) or published
 * @returns its id
 * @throws AppError `photo_gone` for a photo that is not there, or not their own to show here
 */
export async function createListing(
  db: Database,
  who: Address,
  { photos, ...said }: ListingInput,
  status: "draft" | "published",
): Promise<{ id: string }> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(listing)
      .values({ ...said, owner: who, status })
      .returning({ id: listing.id });
    if (!made) throw new Error("The insert of a listing returned no row.");
    await showPhotos(tx, who, made.id, photos);
    return made;
  });
}

/**
 * Replaces what a listing says; its status stays.
 * @throws AppError `not_found`, `not_allowed` for anyone but the owner, `listing_not_open` once it is closed,
 * `photo_gone`
 */
export async function editListing(
  db: Database,
  who: Address,
  id: string,
  { photos, ...said }: ListingInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(listing)
      .set({ ...said, updatedAt: sql`now()` })
      .where(
        and(
          eq(listing.id, checkedId(id)),
          eq(listing.owner, who),
          inArray(listing.status, ["draft", "published", "paused"]),
        ),
      )
      .returning({ id: listing.id });
    if (changed.length === 0) throw await refusal(tx, who, id);
    await showPhotos(tx, who, id, photos);
  });
}

/**
 * Takes a listing one step on in its life.
 * @param to a status that LISTING_STEPS allows from where it is
 * @throws AppError `not_found`, `not_allowed` for anyone but the owner, `listing_not_open` where the step does not exist
 */
export async function moveListing(db: Database, who: Address, id: string, to: ListingStatus): Promise<void> {
  const from = (Object.keys(LISTING_STEPS) as ListingStatus[]).filter((status) => LISTING_STEPS[status].includes(to));
  const changed = await db
    .update(listing)
    .set({ status: to, updatedAt: sql`now()` })
    .where(and(eq(listing.id, checkedId(id)), eq(listing.owner, who), inArray(listing.status, from)))
    .returning({ id: listing.id });
  if (changed.length === 0) throw await refusal(db, who, id);
}

/** Puts photos in the place of those a listing shows; the worker removes what nothing shows any more. */
async function showPhotos(
  db: Database,
  who: Address,
  listingId: string,
  photos: ListingInput["photos"],
): Promise<void> {
  await db.delete(listingPhoto).where(eq(listingPhoto.listingId, listingId));
  if (photos.length === 0) return;
  const ids = photos.map(({ id }) => id);
  await requireOwnPhotos(db, who, ids);
  const elsewhere = await db
    .select({ id: listingPhoto.photoId })
    .from(listingPhoto)
    .where(inArray(listingPhoto.photoId, ids));
  if (elsewhere.length > 0) throw new AppError("photo_gone");
  await db
    .insert(listingPhoto)
    .values(photos.map(({ id: photoId, alt }, position) => ({ listingId, photoId, position, alt })));
}

/** Why an owner's change touched no row. */
async function refusal(db: Database, who: Address, id: string): Promise<AppError> {
  const [row] = await db
    .select({ owner: listing.owner, status: listing.status })
    .from(listing)
    .where(eq(listing.id, id));
  if (!row || (row.owner !== who && row.status === "draft")) return new AppError("not_found");
  return new AppError(row.owner === who ? "listing_not_open" : "not_allowed");
}

function checkedId(id: string): string {
  if (!listingIdSchema.safeParse(id).success) throw new AppError("not_found");
  return id;
}
