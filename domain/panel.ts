import type { Address } from "viem";
import { isNobody } from "./address.ts";
import { feeMinutesDown } from "./split.ts";

/** How many members a panel can have. */
export const MOST_PANEL_MEMBERS = 32;

/** A panel's books count to this. */
const MOST_BOOKED = 2n ** 128n - 1n;

/**
 * Anyone can deploy a contract that says it is a panel, so what one says is held against what a panel's constructor takes.
 * @param threshold how many votes decide
 */
export function canBePanel(members: readonly Address[], threshold: bigint): boolean {
  const distinct = new Set(members.map((member) => member.toLowerCase()));
  return (
    members.length > 0 &&
    members.length <= MOST_PANEL_MEMBERS &&
    distinct.size === members.length &&
    !members.some(isNobody) &&
    threshold > 0n &&
    threshold <= BigInt(members.length)
  );
}

/**
 * @param pot the deal's payment, in minutes per id
 * @returns whether a panel takes this vote: a number an id, each at most what the fee leaves
 */
export function canBeVote(pot: readonly number[], arbiterFeeBps: number, sellerMinutes: readonly bigint[]): boolean {
  if (sellerMinutes.length !== pot.length) return false;
  return pot.every((minutes, index) => {
    const most = minutes - feeMinutesDown(minutes, arbiterFeeBps);
    return (sellerMinutes[index] ?? 0n) <= BigInt(most);
  });
}

/** @returns whether a panel's books can hold `more` on top of what a voter was booked. */
export function canBeBooked(booked: bigint, more: bigint): boolean {
  return booked + more <= MOST_BOOKED;
}

/**
 * @param values at least one
 * @returns the middle one, as the contract's `Median.lower`: of an even number the lower of the two middle ones
 */
export function medianDown(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new RangeError("no values have no median");
  return middle;
}

/**
 * @param votes the votes that count, each the seller's minutes per id
 * @returns what the panel rules: the median of each id's minutes
 */
export function panelRuling(votes: readonly (readonly number[])[]): number[] {
  const [first = []] = votes;
  return first.map((_, index) => medianDown(votes.map((vote) => vote[index] ?? 0)));
}

/**
 * @param voters how many votes count
 * @returns what of a panel's fee is due to each counted voter, in the order of their votes: equal parts rounded down, and
 * the remainder to the first
 */
export function panelFeeShares(amount: bigint, voters: number): bigint[] {
  const each = amount / BigInt(voters);
  return Array.from({ length: voters }, (_, index) => (index === 0 ? each + (amount % BigInt(voters)) : each));
}
