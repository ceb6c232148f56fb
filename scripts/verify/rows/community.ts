import type { Address, Hex } from "viem";

export type SwapRow = {
  id: string;
  orderId: Hex;
  maker: Address;
  payer: Address;
  receiver: Address;
  givenMinutes: number;
  paidMinutes: number;
  ringId: string | null;
  block: number;
  logIndex: number;
  txHash: Hex;
  timestamp: number;
};

export type DayRow = {
  day: number;
  activeMembers: number;
  openedDeals: number;
  disputedDeals: number;
  completedDeals: number;
  refundedDeals: number;
  settledDeals: number;
  ruledDeals: number;
  splitDeals: number;
  exchangedMinutes: number;
  mintedMinutes: number;
  redeemedMinutes: number;
  forgivenMinutes: number;
  withdrawnMinutes: number;
  lapsedMinutes: number;
  ratings: number;
  swaps: number;
  swappedMinutes: number;
};

/** Tables of what members do together: swaps, and the figures of each UTC day (days since 1970). */
export type CommunityRows = {
  swap: SwapRow;
  swap_item: {
    swapId: string;
    side: "given" | "paid";
    position: number;
    tokenId: bigint;
    amount: bigint;
    minutes: number;
  };
  swap_ring: { id: string; orders: number; minutes: number; block: number; txHash: Hex; timestamp: number };
  community_day: DayRow;
  active_member: { day: number; address: Address };
};
