import type { TableName } from "./rows.ts";

/** One value, or one whole row where `column` is null, that the database has otherwise than the chain. */
export type Difference = {
  table: TableName;
  key: string;
  column: string | null;
  /** Null for SQL's null, and for a row that is not there. */
  chain: string | null;
  database: string | null;
};

/** What a comparison found. */
export type Report = {
  rows: number;
  values: number;
  /** How many differ, of which the first are kept. */
  differing: number;
  differences: Difference[];
};

const MOST_KEPT = 100;

export function emptyReport(): Report {
  return { rows: 0, values: 0, differing: 0, differences: [] };
}

export function addDifference(report: Report, difference: Difference): void {
  report.differing += 1;
  if (report.differences.length < MOST_KEPT) report.differences.push(difference);
}

/** @returns a line for each difference that was kept, and one for how many were not */
export function describeDifferences({ differing, differences }: Report): string[] {
  const lines = differences.map(describe);
  const left = differing - differences.length;
  return left === 0 ? lines : [...lines, `… and ${left} more`];
}

function describe({ table, key, column, chain, database }: Difference): string {
  if (column !== null) return `${table} ${key} ${column}: chain says ${chain}, the database says ${database}`;
  return chain === null
    ? `${table} ${key}: surplus, the chain has no such row`
    : `${table} ${key}: missing, the database has no such row`;
}
