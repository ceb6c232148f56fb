const START_MINUTES = 2_400;
const MOST_MINUTES = 60_000;
const MINUTES_PER_DAY = 60;
const DAY = 86_400;

/** What an issuer's credit line depends on. */
export type CreditRecord = {
  /** Minutes of own promises that came home. */
  redeemedMinutes: number;
  /** Unix second of the first mint; 0 before it. */
  since: number;
  /** Unix seconds. */
  now: number;
};

/**
 * Minutes an issuer may have outstanding: min(60,000, 2,400 + min(redeemed, 60 × whole days since the first mint)).
 * Honouring promises earns credit at the pace of life.
 */
export function creditLine({ redeemedMinutes, since, now }: CreditRecord): number {
  const days = since === 0 ? 0 : Math.floor((now - since) / DAY);
  return Math.min(MOST_MINUTES, START_MINUTES + Math.min(redeemedMinutes, MINUTES_PER_DAY * days));
}
