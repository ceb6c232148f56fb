import type { Address } from "viem";
import type { Buffers } from "#domain/availability-slots.ts";
import type { ListingFacts } from "#web/features/proposal/queries.ts";

type Listed = Pick<ListingFacts, "owner" | "bufferBeforeMinutes" | "bufferAfterMinutes">;

/** @returns what a listing keeps free around its slots; undefined where its owner is not the one who gives the time */
export function buffersOf(listing: Listed | null, seller: Address): Buffers | undefined {
  if (listing?.owner !== seller) return undefined;
  return { before: listing.bufferBeforeMinutes, after: listing.bufferAfterMinutes };
}
