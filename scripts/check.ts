import { childEnv } from "./env.ts";
import { createFamily } from "./processes/family.ts";
import { bin, ROOT } from "./root.ts";

interface Check {
  name: string;
  command: string;
  args: readonly string[];
}

const typesOf = (project: string): Check => ({
  name: `types of ${project}`,
  command: bin("tsc"),
  args: ["--noEmit", "-p", project],
});

/** Everything that can be told of the sources without running them, and whether what is generated from them is fresh. */
const CHECKS: readonly Check[] = [
  { name: "generated files", command: process.execPath, args: ["scripts/generate.ts", "--check"] },
  { name: "route types", command: bin("next"), args: ["typegen", "web"] },
  { name: "index types", command: bin("ponder"), args: ["codegen", "--root", "indexer", "--log-level", "warn"] },
  typesOf("tsconfig.json"),
  typesOf("indexer/tsconfig.json"),
  typesOf("web/tsconfig.json"),
  typesOf("test/e2e/tsconfig.json"),
  { name: "eslint", command: bin("eslint"), args: [".", "--max-warnings", "0"] },
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
