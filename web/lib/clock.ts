/** The present instant. Operations take `now` as an argument; only routes, actions, pages and jobs ask the clock. */
export function now(): Date {
  return new Date();
}

/** @returns whole unix seconds, as the chain counts */
export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** @returns `instant` moved by `seconds`, backwards where negative */
export function addSeconds(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}
