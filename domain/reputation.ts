import type { Address } from "viem";
import type { ReputationEntry } from "./reputation-entries.ts";

/** Changes with the rule; a change is a decision record and a re-index. */
export const REPUTATION_VERSION = 1;

const SCALE = 10n ** 18n;
const DAY = 86_400;
const HALF_LIFE_DAYS = 365;
const MOST_MINUTES = 480;
const PEER_CAP = 240n;
const PRIOR_WEIGHT = 600n;
const PRIOR_QUALITY = 50n;

/** What one counterparty adds to a member's score. Weights and quality are scaled by 10¹⁸. */
export type PeerPart = {
  peer: Address;
  /** W: minutes of the deals with this peer, faded by age. */
  weight: bigint;
  /** q̄: their mean quality, 0–100. */
  quality: bigint;
  /** c: the weight after the cap, always below 240. */
  capped: bigint;
  /** Millionths of the whole weight, prior included, that are this peer's. */
  shareMillionths: number;
  /** By how much this peer lifts the score above, or pulls it below, where it would be at neutral quality. */
  pointHundredths: number;
};

/** How much one deal weighs on a day, and how good it was (0–100). Both are scaled by 10¹⁸. */
export type EntryWeight = { weight: bigint; quality: bigint };

/** A member's score and where it comes from. */
export type Reputation = { score: number; peers: PeerPart[] };

/** @returns the UTC day (days since 1970) of a unix second. */
export function utcDay(seconds: number): number {
  return Math.floor(seconds / DAY);
}

/**
 * A member's reputation as of a UTC day: the posterior mean of the qualities of their closed deals, with forgetting and
 * a cap per counterparty. Integers only, every division floors, so that two implementations agree to the unit.
 * @param entries one member's; deals closed after `asOf` are left out
 * @param asOf UTC day (days since 1970)
 * @returns the score, 0–100, and the part of every peer, the heaviest first
 */
export function reputationOf(entries: readonly ReputationEntry[], asOf: number): Reputation {
  const parts = [...sumByPeer(entries, asOf)].map(([peer, sums]) => ({ peer, ...partOf(sums) }));
  const cappedSum = parts.reduce((sum, { capped }) => sum + capped, 0n);
  const qualitySum = parts.reduce((sum, { capped, quality }) => sum + (capped * quality) / SCALE, 0n);
  const whole = cappedSum + PRIOR_WEIGHT * SCALE;
  return {
    score: Number((qualitySum + PRIOR_WEIGHT * PRIOR_QUALITY * SCALE) / whole),
    peers: parts
      .map((part) => ({ ...part, ...influenceOf(part, whole) }))
      .sort((a, b) => (a.capped === b.capped ? (a.peer < b.peer ? -1 : 1) : a.capped > b.capped ? -1 : 1)),
  };
}

/**
 * What one deal brings into the score: w and q of the rule.
 * @param asOf UTC day (days since 1970); a deal that closed after it weighs nothing
 */
export function weighEntry({ minutes, closedAt, got, claimed }: ReputationEntry, asOf: number): EntryWeight {
  const age = asOf - utcDay(closedAt);
  return {
    weight: age < 0 ? 0n : BigInt(Math.min(minutes, MOST_MINUTES)) * decay(age),
    quality: (100n * SCALE * BigInt(got)) / BigInt(claimed),
  };
}

/**
 * How much of a deal's weight is left: halves every 365 days, linear in between.
 * @param ageDays whole UTC days between closing and `asOf`
 * @returns scaled by 10¹⁸
 */
export function decay(ageDays: number): bigint {
  const halvings = BigInt(Math.floor(ageDays / HALF_LIFE_DAYS));
  const rest = BigInt(ageDays % HALF_LIFE_DAYS);
  const from = SCALE >> halvings;
  const to = SCALE >> (halvings + 1n);
  return from - ((from - to) * rest) / BigInt(HALF_LIFE_DAYS);
}

type PeerSums = { weight: bigint; weightedQuality: bigint };

function sumByPeer(entries: readonly ReputationEntry[], asOf: number): Map<Address, PeerSums> {
  const sums = new Map<Address, PeerSums>();
  for (const entry of entries) {
    const { weight, quality } = weighEntry(entry, asOf);
    const sum = sums.get(entry.peer) ?? { weight: 0n, weightedQuality: 0n };
    sums.set(entry.peer, {
      weight: sum.weight + weight,
      weightedQuality: sum.weightedQuality + (weight * quality) / SCALE,
    });
  }
  for (const [peer, { weight }] of sums) if (weight === 0n) sums.delete(peer);
  return sums;
}

function partOf({ weight, weightedQuality }: PeerSums): Pick<PeerPart, "weight" | "quality" | "capped"> {
  return {
    weight,
    quality: (weightedQuality * SCALE) / weight,
    capped: (weight * PEER_CAP * SCALE) / (weight + PEER_CAP * SCALE),
  };
}

function influenceOf(
  { capped, quality }: Pick<PeerPart, "capped" | "quality">,
  whole: bigint,
): Pick<PeerPart, "shareMillionths" | "pointHundredths"> {
  const aboveNeutral = (capped * (quality - PRIOR_QUALITY * SCALE)) / SCALE;
  return {
    shareMillionths: Number((1_000_000n * capped) / whole),
    pointHundredths: Number((100n * aboveNeutral) / whole),
  };
}
