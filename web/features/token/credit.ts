import { creditLine } from "#domain/credit-line.ts";

/** What an issuer may still promise. Minutes. */
export type Credit = { line: number; outstanding: number; left: number };

/**
 * @param record the promise record; null for somebody who never promised anything
 * @param now unix seconds
 */
export function creditOf(
  record: { redeemedMinutes: number; outstandingMinutes: number; since: number } | null,
  now: number,
): Credit {
  const { redeemedMinutes, outstandingMinutes, since } = record ?? {
    redeemedMinutes: 0,
    outstandingMinutes: 0,
    since: 0,
  };
  const line = creditLine({ redeemedMinutes, since, now });
  return { line, outstanding: outstandingMinutes, left: Math.max(0, line - outstandingMinutes) };
}
