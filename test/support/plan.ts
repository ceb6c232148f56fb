import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";

/** One step of how Postgres answered a statement. */
export type Step = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Step[];
};

/** Answers a statement, and says how: all steps, each before those it is made of. */
export async function stepsOf(db: Database, statement: SQL): Promise<Step[]> {
  const { rows } = await db.execute<{ "QUERY PLAN": [{ Plan: Step }] }>(
    sql`explain (analyze, format json) ${statement}`,
  );
  const [plan] = rows[0]?.["QUERY PLAN"] ?? [];
  return plan ? withParts(plan.Plan) : [];
}

const withParts = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(withParts)];

/** How many rows a step gave in all. */
export const rowsOf = (step: Step): number => step["Actual Rows"] * step["Actual Loops"];
