import { asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { member as chainMember, rating, reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { listingPhoto } from "#web/db/schema/listing-photo.ts";
import { member } from "#web/db/schema/member.ts";
import { photo } from "#web/db/schema/photo.ts";
import { words } from "#web/db/schema/words.ts";
import { listingIdSchema } from "#web/features/listing/schema.ts";

const LISTING = {
  id: listing.id,
  owner: listing.owner,
  kind: listing.kind,
  title: listing.title,
  description: listing.description,
  category: listing.category,
  skills: listing.skills,
  priceMinutes: listing.priceMinutes,
  welcome: listing.welcome,
  welcomeScore: listing.welcomeScore,
  welcomeMembers: listing.welcomeMembers,
  durationMinutes: listing.durationMinutes,
  bufferBeforeMinutes: listing.bufferBeforeMinutes,
  bufferAfterMinutes: listing.bufferAfterMinutes,
  remote: listing.remote,
  place: listing.place,
  latitude: listing.latitude,
  longitude: listing.longitude,
  language: listing.language,
  status: listing.status,
  createdAt: listing.createdAt,
  updatedAt: listing.updatedAt,
};

/** Both schemas have a table of this name: one of them goes by another in a query of both. */
const record = alias(chainMember, "record");

const OWNER = {
  ownerName: member.displayName,
  ownerHandle: member.handle,
  ownerPhotoId: member.photoId,
  ownerBio: member.bio,
  ownerLanguages: member.languages,
  score: reputation.score,
  completedDeals: record.completedDeals,
  ratingCount: record.ratingCount,
  starSum: record.starSum,
};

/** A listing with its owner: what they say of themselves, and what their deals say of them. */
export type ListingRecord = NonNullable<Awaited<ReturnType<typeof readListing>>>;

/**
 * @param viewer a draft exists only for its owner
 * @returns null where there is no such listing
 */
export async function readListing(db: Database, id: string, viewer: Address | null) {
  if (!listingIdSchema.safeParse(id).success) return null;
  const [found] = await db
    .select({ ...LISTING, ...OWNER })
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .leftJoin(record, eq(record.address, listing.owner))
    .where(eq(listing.id, id));
  if (!found || (found.status === "draft" && found.owner !== viewer)) return null;
  return { ...found, photos: await listPhotos(db, id) };
}

/** The photos of a listing, the cover first. */
function listPhotos(db: Database, listingId: string) {
  return db
    .select({ id: photo.id, alt: listingPhoto.alt, width: photo.width, height: photo.height })
    .from(listingPhoto)
    .innerJoin(photo, eq(photo.id, listingPhoto.photoId))
    .where(eq(listingPhoto.listingId, listingId))
    .orderBy(asc(listingPhoto.position));
}

/** Everything `owner` ever listed, what was touched last first. */
export function listOwnListings(db: Database, owner: Address) {
  return db
    .select({
      id: listing.id,
      kind: listing.kind,
      title: listing.title,
      priceMinutes: listing.priceMinutes,
      status: listing.status,
      updatedAt: listing.updatedAt,
    })
    .from(listing)
    .where(eq(listing.owner, owner))
    .orderBy(desc(listing.updatedAt));
}

/** One rating a member received, with its words where their author published them. */
export type ReceivedRating = Awaited<ReturnType<typeof listReceivedRatings>>[number];

/** The latest ratings `ratee` received, and the replies to them. */
export function listReceivedRatings(db: Database, ratee: Address, limit = 20) {
  const comment = alias(words, "comment");
  const reply = alias(words, "reply");
  return db
    .select({
      dealId: rating.dealId,
      rater: rating.rater,
      raterName: member.displayName,
      raterPhotoId: member.photoId,
      raterHandle: member.handle,
      stars: rating.stars,
      ratedAt: rating.ratedAt,
      words: comment.body,
      reply: reply.body,
    })
    .from(rating)
    .leftJoin(member, eq(member.address, rating.rater))
    .leftJoin(comment, eq(comment.hash, rating.comment))
    .leftJoin(reply, eq(reply.hash, rating.reply))
    .where(eq(rating.ratee, ratee))
    .orderBy(desc(rating.ratedAt))
    .limit(limit);
}
