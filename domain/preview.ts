import type { Address } from "viem";
import { sameAddress } from "./address.ts";
import type { DealOutcome, DealState } from "./deal-state.ts";
import { silenceClosesAt, stageAt } from "./deal.ts";
import { feeMinutesDown, findSplitProblem, potMinutes, silenceMinutesDown, type SplitProblem } from "./split.ts";
import type { Terms } from "./terms.ts";
import { hasLapsed, unpackTokenId } from "./token-id.ts";

/**
 * One way for a deal to close. `refund` stands for declining and withdrawing, too; `recuse` for an arbiter who steps back
 * when no other can follow.
 */
export type Ending =
  | { kind: "confirm" }
  | { kind: "refund" }
  | { kind: "silence" }
  | { kind: "recuse" }
  | { kind: "rule"; sellerMinutes: readonly number[] }
  | { kind: "settle"; sellerMinutes: readonly number[] }
  | { kind: "concede"; by: "buyer" | "seller" };

/** Who gets how many minutes; seller + buyer + fee + lapsed is the whole. */
export type Shares = {
  sellerMinutes: number;
  buyerMinutes: number;
  feeMinutes: number;
  /** Ran out before the payout: burned, nobody's. */
  lapsedMinutes: number;
  /** Of `sellerMinutes`, what is burned as redeemed because it is the seller's own promise come home. */
  redeemedMinutes: number;
};

/** Who gets what of one id of the payment. */
export type PositionShares = Shares & { tokenId: bigint; minutes: number };

/** What would happen if a deal closed in one way. */
export type Preview = {
  outcome: DealOutcome;
  bySilence: boolean;
  /** The arbiter who is paid the fee; null where none has earned one. */
  feeTo: Address | null;
  /** When this would happen: unix seconds. Later than asked for where silence has to run its course first. */
  at: number;
  positions: PositionShares[];
  total: Shares;
};

/** The seller's minutes asked for do not fit the payment. */
export class InvalidSplit extends Error {
  override readonly name = "InvalidSplit";
  readonly code = "InvalidSplit";
  readonly problem: SplitProblem;

  constructor(problem: SplitProblem) {
    super(`position ${problem.index} can give the seller at most ${problem.most} minutes`);
    this.problem = problem;
  }
}

/** How a pot is divided before lapsed ids are taken out. */
type Division = {
  outcome: DealOutcome;
  feeTo: Address | null;
  /** The seller's minutes of one id. */
  sellerOf: (minutes: number, fee: number, index: number) => number;
};

/**
 * Says who would get what if the deal closed this way. Rulings and concessions can be previewed before the dispute they
 * would end: that is how a reader learns the fee before signing.
 * @param at unix second of the closing; with `silence`, the second from which nobody acts any more
 * @throws InvalidSplit where the seller's minutes do not fit the payment
 * @throws RangeError where the deal is closed already
 */
export function previewEnding(deal: DealState, terms: Terms, ending: Ending, at: number): Preview {
  const closesAt = ending.kind === "silence" ? silentClosing(deal, terms, at) : at;
  const division = divide(deal, terms, ending, closesAt);
  const positions = potMinutes(terms).map((minutes, index) => sharePosition(terms, division, minutes, index, closesAt));
  return {
    outcome: division.outcome,
    bySilence: ending.kind === "silence" || ending.kind === "recuse",
    feeTo: division.feeTo,
    at: closesAt,
    positions,
    total: positions.reduce(addShares, NO_SHARES),
  };
}

/**
 * Whether an arbiter's fee leaves the pot first when the parties end the deal themselves, by settling or conceding: once
 * a ruling stands it has been earned.
 */
export function isFeeEarned(deal: DealState): boolean {
  return deal.ruling !== null;
}

function silentClosing(deal: DealState, terms: Terms, from: number): number {
  const closesAt = silenceClosesAt(deal, terms, from);
  if (closesAt === null) throw new RangeError("the deal is closed");
  return Math.max(from, closesAt);
}

function divide(deal: DealState, terms: Terms, ending: Ending, at: number): Division {
  const standingFee = isFeeEarned(deal) ? feeEarner(terms, terms.arbiter) : null;
  switch (ending.kind) {
    case "confirm":
      return completed();
    case "refund":
      return refunded();
    case "silence":
      return divideBySilence(deal, terms, at);
    case "recuse":
      return divideUnruled(deal, terms);
    case "rule":
      return divideAsSaid("ruled", terms, ending.sellerMinutes, feeEarner(terms, nextRuler(deal, terms, at)));
    case "settle":
      return divideAsSaid("settled", terms, ending.sellerMinutes, standingFee);
    case "concede":
      return {
        outcome: "ruled",
        feeTo: standingFee,
        sellerOf: (minutes, fee) => (ending.by === "buyer" ? minutes - fee : 0),
      };
  }
}

function divideBySilence(deal: DealState, terms: Terms, at: number): Division {
  switch (stageAt(deal, terms, at).dueOutcome) {
    case "completed":
      return completed();
    case "refunded":
      return refunded();
    default:
      return divideUnruled(deal, terms);
  }
}

/** No ruling in time: the first one stands, else the pot is split. */
function divideUnruled(deal: DealState, terms: Terms): Division {
  if (deal.ruling) return divideAsSaid("ruled", terms, deal.ruling, feeEarner(terms, terms.arbiter));
  return {
    outcome: "split",
    feeTo: null,
    sellerOf: (minutes) => silenceMinutesDown(minutes, terms.silenceSellerBps),
  };
}

/** Once a ruling stands, only an appeal can bring another. */
function nextRuler(deal: DealState, terms: Terms, at: number): Address {
  const { status } = stageAt(deal, terms, at);
  return status === "ruled" || status === "escalated" ? terms.appealArbiter : terms.arbiter;
}

function feeEarner(terms: Terms, arbiter: Address): Address | null {
  return terms.arbiterFeeBps === 0 ? null : arbiter;
}

function completed(): Division {
  return { outcome: "completed", feeTo: null, sellerOf: (minutes) => minutes };
}

function refunded(): Division {
  return { outcome: "refunded", feeTo: null, sellerOf: () => 0 };
}

function divideAsSaid(
  outcome: "ruled" | "settled",
  terms: Terms,
  sellerMinutes: readonly number[],
  feeTo: Address | null,
): Division {
  const problem = findSplitProblem(terms, sellerMinutes, feeTo !== null);
  if (problem) throw new InvalidSplit(problem);
  return { outcome, feeTo, sellerOf: (_minutes, _fee, index) => sellerMinutes[index] ?? 0 };
}

function sharePosition(terms: Terms, division: Division, minutes: number, index: number, at: number): PositionShares {
  const tokenId = terms.ids[index] ?? 0n;
  if (hasLapsed(tokenId, at)) return { ...NO_SHARES, tokenId, minutes, lapsedMinutes: minutes };
  const feeMinutes = division.feeTo === null ? 0 : feeMinutesDown(minutes, terms.arbiterFeeBps);
  const sellerMinutes = division.sellerOf(minutes, feeMinutes, index);
  return {
    tokenId,
    minutes,
    sellerMinutes,
    buyerMinutes: minutes - feeMinutes - sellerMinutes,
    feeMinutes,
    lapsedMinutes: 0,
    redeemedMinutes: sameAddress(unpackTokenId(tokenId).issuer, terms.seller) ? sellerMinutes : 0,
  };
}

const NO_SHARES: Shares = {
  sellerMinutes: 0,
  buyerMinutes: 0,
  feeMinutes: 0,
  lapsedMinutes: 0,
  redeemedMinutes: 0,
};

function addShares(sum: Shares, next: Shares): Shares {
  return {
    sellerMinutes: sum.sellerMinutes + next.sellerMinutes,
    buyerMinutes: sum.buyerMinutes + next.buyerMinutes,
    feeMinutes: sum.feeMinutes + next.feeMinutes,
    lapsedMinutes: sum.lapsedMinutes + next.lapsedMinutes,
    redeemedMinutes: sum.redeemedMinutes + next.redeemedMinutes,
  };
}
