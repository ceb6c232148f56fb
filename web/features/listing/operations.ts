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
 * @param seen when what is replaced was last changed, so that nobody writes over what they have not read
 * @throws AppError `not_found`, `not_allowed` for anyone but the owner, `listing_not_open` once it is closed, `conflict`
 * where it has changed since, `photo_gone`
 */
export async function editListing(
  db: Database,
  who: Address,
  id: string,
  { photos, ...said }: ListingInput,
  seen: Date,
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
          // Postgres counts finer than what was shown.
          sql`date_trunc('milliseconds', ${listing.updatedAt}) = ${seen}`,
        ),
      )
      .returning({ id: listing.id });
    if (changed.length === 0) throw await refusal(tx, [who, id], "conflict");
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
  if (changed.length === 0) throw await refusal(db, [who, id], "listing_not_open");
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

/** Why an owner's change touched no row. @param otherwise what it is where nothing else is the matter */
async function refusal(
  db: Database,
  [who, id]: [Address, string],
  otherwise: "conflict" | "listing_not_open",
): Promise<AppError> {
  const [row] = await db
    .select({ owner: listing.owner, status: listing.status })
    .from(listing)
    .where(eq(listing.id, id));
  if (!row || (row.owner !== who && row.status === "draft")) return new AppError("not_found");
  if (row.owner !== who) return new AppError("not_allowed");
  return new AppError(row.status === "closed" ? "listing_not_open" : otherwise);
}

function checkedId(id: string): string {
  if (!listingIdSchema.safeParse(id).success) throw new AppError("not_found");
  return id;
}
