/** Where a listing is in its life. Only a published one is found and asked for. */
export type ListingStatus = "draft" | "published" | "paused" | "closed";

/** Where an owner can take a listing from each status. Closed is final. */
export const LISTING_STEPS: Record<ListingStatus, readonly ListingStatus[]> = {
  draft: ["published", "closed"],
  published: ["paused", "closed"],
  paused: ["published", "closed"],
  closed: [],
};
