import type { HoldingView } from "#web/features/token/holding-view.ts";

/** What somebody held from one moment on. */
export type BalancePoint = {
  /** Unix seconds. */
  at: number;
  minutes: number;
};

/** A move as it counts for one member: minutes above zero came, below zero went. */
export type BalanceMove = { at: number; minutes: number };

/**
 * The balance after every change, from the first move until now. A promise that ran out counts until its end, not until
 * somebody cleared it away.
 * @param moves without those that cleared away what had lapsed
 * @param lapsed what ran out in these hands: minutes and the end, cleared away since or not
 * @param now unix seconds
 */
export function traceBalance(
  moves: readonly BalanceMove[],
  lapsed: readonly { expiry: number; minutes: number }[],
  now: number,
): BalancePoint[] {
  const changes = [...moves, ...lapsed.map(({ expiry, minutes }) => ({ at: expiry, minutes: -minutes }))].sort(
    (a, b) => a.at - b.at,
  );
  const points: BalancePoint[] = [];
  let minutes = 0;
  for (const change of changes) {
    minutes += change.minutes;
    const last = points.at(-1);
    if (last?.at === change.at) last.minutes = minutes;
    else points.push({ at: change.at, minutes });
  }
  return points.length === 0 ? [] : [...points, { at: now, minutes }];
}

/** What ran out in somebody's hands and is still there. */
export function stillThere(holdings: readonly HoldingView[]): { expiry: number; minutes: number }[] {
  return holdings.filter(({ lapsed }) => lapsed).map(({ expiry, minutes }) => ({ expiry, minutes }));
}
