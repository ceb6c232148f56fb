/**
 * Adds to counters of a row.
 * @returns the new values of the columns `delta` names
 */
export function addTo<Column extends string>(
  row: Record<Column, number>,
  delta: Partial<Record<Column, number>>,
): Partial<Record<Column, number>> {
  const sums: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(delta) as Column[]) sums[column] = row[column] + (delta[column] ?? 0);
  return sums;
}
