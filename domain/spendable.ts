import { TERMS_LIMITS, longestAftermath, type Windows } from "./terms.ts";
import { unpackTokenId } from "./token-id.ts";

/**
 * The latest deliverBy of a deal that this id can still pay for.
 * @param windows of the deal's terms
 * @returns unix seconds; null for no limit
 */
export function latestDeliverBy(id: bigint, windows: Windows): number | null {
  const { expiry } = unpackTokenId(id);
  return expiry === 0 ? null : expiry - TERMS_LIMITS.expiryMargin - longestAftermath(windows);
}

/**
 * Until when the id can still pay for a deal with these windows, delivered as soon as the escrow allows.
 * @returns the last such second; null for no limit
 */
export function spendableUntil(id: bigint, windows: Windows): number | null {
  const deliverBy = latestDeliverBy(id, windows);
  return deliverBy === null ? null : deliverBy - TERMS_LIMITS.shortestDelivery;
}
