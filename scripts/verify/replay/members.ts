import type { Address } from "viem";
import type { DealRow, MemberRow } from "../rows.ts";
import type { Ledger } from "./ledger.ts";

/** Works out every member's counters, from all deals and ratings. */
export function deriveMembers({ tables, firstSeen }: Ledger): void {
  for (const [address, firstSeenAt] of firstSeen) tables.member.set(address, newMember(address, firstSeenAt));

  for (const deal of tables.deal.values()) {
    const [buyer, seller] = [tables.member.get(deal.buyer), tables.member.get(deal.seller)];
    if (buyer && seller && deal.acceptedAt !== null) countDeal(deal, buyer, seller);
  }
  for (const { ratee, stars } of tables.rating.values()) {
    const member = tables.member.get(ratee);
    if (!member) continue;
    member.ratingCount += 1;
    member.starSum += stars;
  }
}

function countDeal(deal: DealRow, buyer: MemberRow, seller: MemberRow): void {
  // An amended deal goes on under another id, and was counted under its first.
  const isFirst = deal.amendedFrom === null;
  buyer.dealsAsBuyer += Number(isFirst);
  seller.dealsAsSeller += Number(isFirst);
  buyer.minutesGot += deal.sellerMinutes ?? 0;
  seller.minutesGiven += deal.sellerMinutes ?? 0;
  seller.defaultedDeals += Number(deal.defaulted);
  for (const side of [buyer, seller]) {
    side.completedDeals += Number(deal.outcome === "completed");
    side.disputedDeals += Number(deal.disputedAt !== null);
  }
}

function newMember(address: Address, firstSeenAt: number): MemberRow {
  return {
    address,
    firstSeenAt,
    dealsAsBuyer: 0,
    dealsAsSeller: 0,
    completedDeals: 0,
    disputedDeals: 0,
    defaultedDeals: 0,
    minutesGiven: 0,
    minutesGot: 0,
    ratingCount: 0,
    starSum: 0,
  };
}
