const Z = 1.96;
const MOST_STARS = 5;

/** What members and listings are ranked by. */
export type Ranked = {
  score: number;
  ratingCount: number;
  /** Sum of the stars of all ratings. */
  starSum: number;
};

/**
 * The lower bound of the 95 % confidence interval for the share of good ratings (Wilson 1927): many good ratings rank
 * above few, where the score is the same.
 * @returns between 0 and 1; 0 without ratings
 */
export function wilsonLowerBound({ ratingCount, starSum }: Omit<Ranked, "score">): number {
  if (ratingCount === 0) return 0;
  const share = (starSum - ratingCount) / ((MOST_STARS - 1) * ratingCount);
  const z2 = Z * Z;
  const centre = share + z2 / (2 * ratingCount);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * ratingCount)) / ratingCount);
  return Math.max(0, (centre - spread) / (1 + z2 / ratingCount));
}

/** Sorts by score, the higher first; ties by the Wilson lower bound. */
export function compareByReputation(a: Ranked, b: Ranked): number {
  return b.score - a.score || wilsonLowerBound(b) - wilsonLowerBound(a);
}
