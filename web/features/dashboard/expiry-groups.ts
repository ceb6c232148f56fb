import { type HoldingView, sumMinutes } from "#web/features/token/holding-view.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;

/** Minutes by when they run out. */
export type ExpiryGroups = {
  week: number;
  month: number;
  later: number;
  never: number;
  /** The last end among `later`, unix seconds; null where there is none. */
  laterUntil: number | null;
  /** What runs out first of all; null where nothing does. */
  first: HoldingView | null;
};

/**
 * Sorts what still holds by when it runs out.
 * @param holdings what runs out soonest first
 * @param now unix seconds
 */
export function groupByExpiry(holdings: readonly HoldingView[], now: number): ExpiryGroups {
  const running = holdings.filter(({ lapsed }) => !lapsed);
  const ending = running.filter(({ expiry }) => expiry !== 0);
  const within = (from: number, to: number) =>
    sumMinutes(ending.filter(({ expiry }) => expiry - now > from && expiry - now <= to));
  const later = ending.filter(({ expiry }) => expiry - now > MONTH);
  return {
    week: within(-Infinity, WEEK),
    month: within(WEEK, MONTH),
    later: sumMinutes(later),
    never: sumMinutes(running.filter(({ expiry }) => expiry === 0)),
    laterUntil: later.length > 0 ? Math.max(...later.map(({ expiry }) => expiry)) : null,
    first: ending[0] ?? null,
  };
}
