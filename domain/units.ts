/** How time is counted in one token. */
export type Unit = "minute" | "hour" | "day";

/** The units in the order of the contract's enum: a unit's index is its number on-chain. */
export const UNITS = ["minute", "hour", "day"] as const satisfies readonly Unit[];

const MINUTES = { minute: 1, hour: 60, day: 1_440 } as const satisfies Record<Unit, number>;

/** Minutes taken apart for people: `days` stays 0 unless days were asked for. */
export type MinuteParts = { days: number; hours: number; minutes: number };

/** @returns the minutes one token of `unit` is worth: 1, 60 or 1,440. */
export function minutesPer(unit: Unit): number {
  return MINUTES[unit];
}

/**
 * @param amount tokens, in `unit`
 * @returns the same in minutes
 * @throws RangeError where the minutes are no safe integer (far above any issuer's credit line)
 */
export function toMinutes(amount: bigint, unit: Unit): number {
  const minutes = Number(amount * BigInt(minutesPer(unit)));
  if (!Number.isSafeInteger(minutes)) throw new RangeError(`${amount} × ${unit} is too many minutes`);
  return minutes;
}

/** @returns `minutes` as tokens of `unit`, or null where they are not a whole number of them. */
export function fromMinutes(minutes: number, unit: Unit): bigint | null {
  return minutes % minutesPer(unit) === 0 ? BigInt(minutes / minutesPer(unit)) : null;
}

/**
 * What `convert` of the token gives.
 * @param amount tokens, in `from`
 * @returns tokens in `to`, or null where it is not exact (the contract's `TimeToken_NotWhole`)
 */
export function convertAmount(amount: bigint, from: Unit, to: Unit): bigint | null {
  const minutes = amount * BigInt(minutesPer(from));
  const per = BigInt(minutesPer(to));
  return minutes % per === 0n ? minutes / per : null;
}

/**
 * Takes minutes apart for formatting: 150 → 2 h 30 min.
 * @param largest the largest part wanted; a day is 24 hours, so people read hours more easily
 */
export function splitMinutes(minutes: number, largest: "hour" | "day" = "hour"): MinuteParts {
  const days = largest === "day" ? Math.trunc(minutes / MINUTES.day) : 0;
  const rest = minutes - days * MINUTES.day;
  return { days, hours: Math.trunc(rest / MINUTES.hour), minutes: rest % MINUTES.hour };
}
