/** How many members a panel can have. */
export const MOST_PANEL_MEMBERS = 32;

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
