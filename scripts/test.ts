import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Failure, reportFailure } from "./failure.ts";
import { createFamily } from "./processes/family.ts";
import { ROOT } from "./root.ts";
import { browserPart } from "./test-parts/browser.ts";
import { runParts, type Part } from "./test-parts/part.ts";
import { solidityPart } from "./test-parts/solidity.ts";
import { typescriptPart } from "./test-parts/typescript.ts";

const listeners = new Set<(line: string) => void>();
const lines = {
  listen(take: (line: string) => void) {
    listeners.add(take);
    return () => listeners.delete(take);
  },
};
const family = createFamily((_, line) => {
  console.log(line);
  for (const take of listeners) take(line);
});

const RUNS: Record<string, readonly Part[]> = {
  all: [
    solidityPart(family, lines),
    typescriptPart(family),
    browserPart(family, { name: "Main flows in the browser", choice: ["--grep", "@main"] }),
  ],
  e2e: [browserPart(family, { name: "Browser", choice: ["--grep-invert", "@look"] })],
  look: [browserPart(family, { name: "Look", choice: ["--grep", "@look"] })],
  long: [solidityPart(family, lines, "long"), typescriptPart(family, ["long"])],
};

try {
  const parts = RUNS[process.argv[2] ?? "all"];
  if (!parts) throw new Failure(`There are no such tests; choose one of ${Object.keys(RUNS).join(", ")}.`);
  await mkdir(join(ROOT, "test-results"), { recursive: true });
  if (!(await runParts(parts))) process.exitCode = 1;
} catch (error) {
  reportFailure("test", error);
} finally {
  await family.end();
}
