import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "#scripts/root.ts";

/** The tests' names and files that a page of docs/ calls its witnesses. */
function witnessesOf(page: string): string[] {
  const text = readFileSync(join(ROOT, "docs", page), "utf8");
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  return quoted.filter((word) => /^test(Fuzz)?_|\.t\.sol$|\.test\.ts$|Moves\.sol$|Ledger\.sol$/.test(word));
}

const solidity = globSync("test/contracts/**/*.sol", { cwd: ROOT });
const functions = solidity.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
const files = [...solidity, ...globSync("test/**/*.test.ts", { cwd: ROOT })];

describe.each(["threat-model.md", "invariants.md", "mutants.md"])("docs/%s", (page) => {
  it("names tests that exist", () => {
    const witnesses = witnessesOf(page);
    expect(witnesses.length).toBeGreaterThan(2);
    expect(witnesses.filter((name) => !exists(name))).toEqual([]);
  });
});

/** A name cut short by an ellipsis stands for all that begin so. */
function exists(name: string): boolean {
  if (!name.startsWith("test_") && !name.startsWith("testFuzz_")) return files.some((file) => file.endsWith(name));
  return functions.includes(`function ${name.endsWith("…") ? name.slice(0, -1) : `${name}(`}`);
}
