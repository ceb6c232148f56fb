import { reportFailure } from "../failure.ts";
import { coverBranches } from "./branches.ts";
import { coverLines } from "./lines.ts";

/** Percents below which the contracts have parts that no test has seen. */
const LEAST = { lines: 99, statements: 99, branches: 95 };

/** `npm run test:coverage`: the contracts' tests with every line, statement and branch counted. */
async function cover(): Promise<void> {
  const counted = { ...(await coverLines()), branches: await coverBranches() };
  const parts = ["lines", "statements", "branches"] as const;
  console.log(parts.map((part) => `${counted[part]} % of ${part}`).join(", "));
  if (parts.some((part) => counted[part] < LEAST[part])) process.exitCode = 1;
}

try {
  await cover();
} catch (error) {
  reportFailure("coverage", error);
}
