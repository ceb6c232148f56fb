import type { Address, Hex } from "viem";
import type { DealOutcome, DealStatus } from "#domain/deal-state.ts";
import type { ReputationEntry } from "#domain/reputation-entries.ts";
import type { EntryWeight, PeerPart } from "#domain/reputation.ts";
import type { Terms } from "#domain/terms.ts";
import type { TokenIdParts } from "#domain/token-id.ts";
import type { ArbiterRows } from "./rows/arbiters.ts";
import type { CommunityRows } from "./rows/community.ts";
import type { ConsentRows } from "./rows/consents.ts";

/** Where and when a log was written. Unix seconds. */
export type Place = { block: number; logIndex: number; txHash: Hex; timestamp: number };

export type MoveKind =
  | "mint"
  | "transfer"
  | "escrow_in"
  | "escrow_out"
  | "redeem"
  | "forgive"
  | "withdraw"
  | "lapse"
  | "convert_out"
  | "convert_in"
  | "renew_out"
  | "renew_in";

export type StepKind =
  | "opened"
  | "accepted"
  | "voided"
  | "amended"
  | "delivered"
  | "disputed"
  | "evidence"
  | "ruled"
  | "recused"
  | "appealed"
  | "conceded"
  | "closed"
  | "lapsed"
  | "claim_added"
  | "claim_paid"
  | "claim_redirected"
  | "claim_lapsed";

export type TransferRow = Place & {
  id: string;
  kind: MoveKind;
  tokenId: bigint;
  operator: Address;
  from: Address;
  to: Address;
  amount: bigint;
  minutes: number;
  dealId: Hex | null;
};

export type DealRow = Omit<Terms, "ids" | "amounts"> & {
  id: Hex;
  status: DealStatus;
  outcome: DealOutcome | null;
  since: number;
  rateable: boolean;
  bySilence: boolean;
  defaulted: boolean;
  minutes: number;
  ruling: readonly number[] | null;
  feeTo: Address | null;
  sellerMinutes: number | null;
  buyerMinutes: number | null;
  openedAt: number;
  acceptedAt: number | null;
  deliveredAt: number | null;
  disputedAt: number | null;
  ruledAt: number | null;
  closedAt: number | null;
  amendedFrom: Hex | null;
  origin: Hex;
  amendedTo: Hex | null;
  openedTx: Hex;
  openedBlock: number;
};

export type PaymentRow = {
  dealId: Hex;
  position: number;
  tokenId: bigint;
  amount: bigint;
  minutes: number;
  sellerMinutes: number | null;
  buyerMinutes: number | null;
  feeMinutes: number | null;
  lapsedMinutes: number | null;
};

export type IssuerRow = {
  address: Address;
  mintedMinutes: number;
  outstandingMinutes: number;
  inEscrowMinutes: number;
  redeemedMinutes: number;
  forgivenMinutes: number;
  withdrawnMinutes: number;
  lapsedMinutes: number;
  since: number;
};

export type MemberRow = {
  address: Address;
  firstSeenAt: number;
  dealsAsBuyer: number;
  dealsAsSeller: number;
  completedDeals: number;
  disputedDeals: number;
  defaultedDeals: number;
  minutesGiven: number;
  minutesGot: number;
  ratingCount: number;
  starSum: number;
};

export type RatingRow = {
  dealId: Hex;
  rater: Address;
  ratee: Address;
  stars: number;
  comment: Hex;
  ratedAt: number;
  reply: Hex | null;
  repliedAt: number | null;
  replyTx: Hex | null;
  txHash: Hex;
};

/** The block up to which a chain is replayed: the newest one of the index. */
export type HeadRow = { chainId: number; block: number; hash: Hex; parentHash: Hex; timestamp: number };

/** Every table of the index's schema, with the columns of a row in camel case. */
export type Rows = ConsentRows &
  ArbiterRows &
  CommunityRows & {
    token: TokenIdParts & { id: bigint; minted: bigint; burned: bigint; createdAt: number };
    holding: { tokenId: bigint; holder: Address; amount: bigint; minutes: number };
    issuer: IssuerRow;
    promise_check: {
      issuer: Address;
      mintedMinutes: number;
      heldMinutes: number;
      inEscrowMinutes: number;
      endedMinutes: number;
      differenceMinutes: number;
    };
    transfer: TransferRow;
    deal: DealRow;
    deal_payment: PaymentRow;
    deal_event: Place & { id: string; dealId: Hex; kind: StepKind; by: Address | null; data: Record<string, unknown> };
    evidence: { id: string; dealId: Hex; by: Address; contentHash: Hex; timestamp: number };
    payout: { txHash: Hex; dealId: Hex };
    claim: { dealId: Hex; owner: Address; tokenId: bigint; amount: bigint };
    rating: RatingRow;
    member: MemberRow;
    reputation_entry: ReputationEntry & EntryWeight;
    reputation_peer: PeerPart & { member: Address };
    reputation: { address: Address; score: number; asOf: number; version: number };
    head: HeadRow;
    change: { id: number; block: number; timestamp: number; topics: readonly string[] };
  };

export type TableName = keyof Rows;

/** The columns by which a row of each table is known. */
export const KEYS: { readonly [T in TableName]: readonly (keyof Rows[T] & string)[] } = {
  token: ["id"],
  holding: ["tokenId", "holder"],
  issuer: ["address"],
  promise_check: ["issuer"],
  transfer: ["id"],
  deal: ["id"],
  deal_payment: ["dealId", "position"],
  deal_event: ["id"],
  evidence: ["id"],
  payout: ["txHash"],
  claim: ["dealId", "owner", "tokenId"],
  rating: ["dealId", "rater"],
  offer_slot: ["offerHash", "slot"],
  used_nonce: ["id"],
  epoch: ["book", "owner"],
  operator_approval: ["owner", "operator"],
  forwarded_call: ["id"],
  arbiter_listing: ["arbiter"],
  arbiter: ["address"],
  arbiter_turn: ["dealId", "arbiter"],
  panel: ["address"],
  panel_member: ["panel", "member"],
  panel_case: ["panel", "dealId"],
  panel_vote: ["panel", "dealId", "member"],
  panel_share: ["panel", "dealId", "member", "tokenId"],
  panel_listing_vote: ["panel", "member"],
  swap: ["id"],
  swap_item: ["swapId", "side", "position"],
  swap_ring: ["id"],
  community_day: ["day"],
  active_member: ["day", "address"],
  member: ["address"],
  reputation_entry: ["dealId", "member"],
  reputation_peer: ["member", "peer"],
  reputation: ["address"],
  head: ["chainId"],
  change: ["id"],
};

export const TABLE_NAMES = Object.keys(KEYS) as TableName[];

/** What the chain says the index has to contain: each table's rows by {@link keyOf}. */
export type Tables = { [T in TableName]: Map<string, Rows[T]> };

/** The text of a key, its columns in the order of {@link KEYS}. */
export function keyOf(...columns: readonly unknown[]): string {
  return columns.join("/");
}

export function emptyTables(): Tables {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as Tables;
}
