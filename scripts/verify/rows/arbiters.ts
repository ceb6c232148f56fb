import type { Address, Hex } from "viem";
import type { ArbiterTurn, TurnCounts } from "#domain/arbiter-turn.ts";

/** Tables of who rules: the directory, records and panels. Unix seconds. */
export type ArbiterRows = {
  arbiter_listing: {
    arbiter: Address;
    profile: Hex;
    feeBps: number;
    available: boolean;
    listedAt: number;
    changedAt: number;
    leftAt: number | null;
  };
  arbiter: TurnCounts & { address: Address };
  arbiter_turn: ArbiterTurn & { dealId: Hex };
  panel: { address: Address; threshold: number; seats: number; txHash: Hex; seatedAt: number };
  panel_member: { panel: Address; member: Address; seat: number };
  panel_case: {
    panel: Address;
    dealId: Hex;
    voters: Address[];
    recusals: number;
    decision: "ruling" | "recusal" | null;
    decidedAt: number | null;
    ruling: readonly number[] | null;
  };
  panel_vote: {
    panel: Address;
    dealId: Hex;
    member: Address;
    sellerMinutes: readonly number[] | null;
    reasons: Hex | null;
    txHash: Hex;
    votedAt: number;
  };
  panel_share: { panel: Address; dealId: Hex; member: Address; tokenId: bigint; booked: bigint; withdrawn: bigint };
  panel_listing_vote: {
    panel: Address;
    member: Address;
    profile: Hex;
    feeBps: number;
    available: boolean;
    votedAt: number;
  };
};
