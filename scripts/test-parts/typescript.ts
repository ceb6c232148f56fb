import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { childEnv } from "../env.ts";
import type { Family } from "../processes/family.ts";
import { bin, ROOT } from "../root.ts";
import { judge, type Part } from "./part.ts";

const REPORT = "test-results/vitest.json";

/** Vitest's projects of `npm test`, as vitest.config.ts names them. */
const PROJECTS = ["domain", "system"];

/** The tests of domain, indexer, web and scripts. */
export function typescriptPart(family: Family, projects: readonly string[] = PROJECTS): Part {
  async function run() {
    const report = join(ROOT, REPORT);
    await rm(report, { force: true });
    const chosen = projects.flatMap((project) => ["--project", project]);
    const args = ["run", ...chosen, "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
    const exit = await family.run("vitest", bin("vitest"), args, { cwd: ROOT, env: childEnv({}) });
    const found = JSON.parse(await readFile(report, "utf8").catch(() => "{}")) as Partial<VitestReport>;
    return judge({ passed: found.numPassedTests ?? 0, failed: found.numFailedTests ?? 0 }, exit);
  }
  return { name: "TypeScript", run };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}
