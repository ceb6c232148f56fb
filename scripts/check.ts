import { join } from "node:path";
import { childEnv } from "./env.ts";
import { createFamily } from "./processes/family.ts";
import { bin, ROOT } from "./root.ts";

interface Check {
  name: string;
  command: string;
  args: readonly string[];
}

/** Folders with a tsconfig.json of their own; the one at the root takes in all other folders. */
const PROJECTS = ["indexer", "web", "test/e2e"];
const FOLDERS = [".", ...PROJECTS];

const typesOf = (folder: string): Check => ({
  name: `types of ${join(folder, "tsconfig.json")}`,
  command: bin("tsc"),
  args: ["--noEmit", "-p", folder],
});

/** One process a project: in one for all, the types of every project stay in memory, which is more than Node gives by itself. */
const lintOf = (folder: string): Check => ({
  name: `eslint of ${folder}`,
  command: bin("eslint"),
  args: [
    folder,
    "--max-warnings",
    "0",
    ...(folder === "." ? PROJECTS.flatMap((project) => ["--ignore-pattern", project]) : []),
  ],
});

/** Everything that can be told of the sources without running them, and whether what is generated from them is fresh. */
const CHECKS: readonly Check[] = [
  { name: "generated files", command: process.execPath, args: ["scripts/generate.ts", "--check"] },
  { name: "route types", command: bin("next"), args: ["typegen", "web"] },
  { name: "index types", command: bin("ponder"), args: ["codegen", "--root", "indexer", "--log-level", "warn"] },
  ...FOLDERS.map(typesOf),
  ...FOLDERS.map(lintOf),
  { name: "prettier", command: bin("prettier"), args: [".", "--check", "--log-level", "warn"] },
  {
    name: "solhint",
    command: bin("solhint"),
    args: ["contracts/**/*.sol", "test/contracts/**/*.sol", "--max-warnings", "0"],
  },
  { name: "knip", command: bin("knip"), args: [] },
  { name: "gas snapshot", command: process.execPath, args: ["scripts/bench/gas-snapshot.ts", "--check"] },
];

const family = createFamily((_, line) => console.log(line));
const failed: string[] = [];
for (const { name, command, args } of CHECKS) {
  const begun = performance.now();
  const exit = await family.run(name, command, args, { cwd: ROOT, env: childEnv({}) });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${exit === 0 ? "✔" : "✘"} ${name} (${seconds} s)`);
  if (exit !== 0) failed.push(name);
}
await family.end();
console.log(failed.length === 0 ? "Everything is in order." : `Not in order: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
