import { parseArgs } from "node:util";
import { Failure, reportFailure } from "../failure.ts";
import { MUTANTS } from "./mutants.ts";
import type { Mutant } from "./mutant.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Below this share of killed mutants the tests are not good enough. */
const LEAST_KILLED = 0.9;

/** How many are tried at the same time. */
const WORKSPACES = 2;

/** `npm run test:mutants [-- WORDS]`: breaks rule after rule, those whose name or file says WORDS, and counts who notices. */
async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const words = positionals.join(" ");
  const chosen = MUTANTS.filter(({ name, file }) => `${file} ${name}`.includes(words));
  if (chosen.length === 0) throw new Failure(`No mutant is called anything like "${words}".`);
  const waiting = [...chosen];
  const survivors: Mutant[] = [];
  await Promise.all(
    Array.from({ length: Math.min(WORKSPACES, chosen.length) }, async () => {
      const workspace = await createWorkspace();
      try {
        await workspace.requireGreen();
        survivors.push(...(await tryAll(workspace, waiting)));
      } finally {
        await workspace.remove();
      }
    }),
  );
  const killed = chosen.length - survivors.length;
  for (const { file, name, survives } of survivors)
    console.log(`survived: ${file}: ${name}${survives ? ` (${survives})` : ""}`);
  console.log(`${killed} killed, ${survivors.length} survived`);
  if (killed < chosen.length * LEAST_KILLED) process.exitCode = 1;
}

async function tryAll(workspace: Workspace, waiting: Mutant[]): Promise<Mutant[]> {
  const survivors: Mutant[] = [];
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const killed = await workspace.kills(mutant);
    console.log(`${killed ? "killed  " : "SURVIVED"} ${mutant.file}: ${mutant.name}`);
    if (!killed) survivors.push(mutant);
  }
  return survivors;
}

try {
  await run();
} catch (error) {
  reportFailure("mutants", error);
}
