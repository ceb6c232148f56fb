import type { Address, Hex } from "viem";

/** The contracts that keep nonces or epochs of their own. */
export type Book = "token" | "escrow" | "offer_book" | "swap";

/** Tables of what members signed, used up or took back. Unix seconds. */
export type ConsentRows = {
  offer_slot: {
    offerHash: Hex;
    slot: bigint;
    dealId: Hex;
    seller: Address;
    buyer: Address;
    txHash: Hex;
    takenAt: number;
  };
  used_nonce: {
    id: string;
    book: Book;
    owner: Address;
    nonce: bigint;
    use: "cancelled" | "renewal" | "settlement" | "swap";
    txHash: Hex;
    usedAt: number;
  };
  epoch: { book: Book; owner: Address; epoch: bigint; txHash: Hex; raisedAt: number };
  operator_approval: { owner: Address; operator: Address; approved: boolean; txHash: Hex; changedAt: number };
  forwarded_call: { id: string; signer: Address; nonce: bigint; success: boolean; txHash: Hex; timestamp: number };
};
