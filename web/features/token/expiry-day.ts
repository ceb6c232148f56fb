/**
 * The end of a day where the reader is.
 * @param day as a date field gives it: 2026-12-24
 * @returns the first second of the day after, in unix seconds: when a promise "until that day" no longer holds; null for no date
 */
export function endOfDay(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const end = new Date(year, month - 1, date + 1);
  return Math.floor(end.getTime() / 1000);
}
