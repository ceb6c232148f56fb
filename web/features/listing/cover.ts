import { sql, type SQL } from "drizzle-orm";
import { listingPhoto } from "#web/db/schema/listing-photo.ts";
import { listing } from "#web/db/schema/listing.ts";

/** The id of a listing's first photo, as a column of a query of listings; null where it has none. */
export const COVER: SQL<string | null> = sql<
  string | null
>`(select ${listingPhoto.photoId} from ${listingPhoto} where ${listingPhoto.listingId} = ${listing.id} and ${listingPhoto.position} = 0)`;
