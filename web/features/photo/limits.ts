/** What a photo may be when it arrives, and how many there may be. */
export const PHOTO_LIMITS = {
  /** What the cameras of phones make fits well. */
  bytes: 15 * 1_048_576,
  megabytes: 15,
  megapixels: 50,
  shortestSide: 64,
  altLongest: 200,
  perListing: 8,
  perMember: 200,
} as const;

/** The pictures that are taken, as a file input says it. */
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/avif";
