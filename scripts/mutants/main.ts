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
  const survivors = await tryAll(chosen);
  const killed = chosen.length - survivors.length;
  for (const { file, name, survives } of survivors)
    console.log(`survived: ${file}: ${name}${survives ? ` (${survives})` : ""}`);
  console.log(`${killed} killed, ${survivors.length} survived`);
  if (killed < chosen.length * LEAST_KILLED) process.exitCode = 1;
}

/** @returns those that nobody noticed */
async function tryAll(mutants: readonly Mutant[]): Promise<Mutant[]> {
  const workspaces = await Promise.all(Array.from({ length: Math.min(WORKSPACES, mutants.length) }, createWorkspace));
  const survivors: Mutant[] = [];
  const waiting = mutants.values();
  async function work(workspace: Workspace): Promise<void> {
    for (const mutant of waiting) {
      const noticed = await workspace.tryOut(mutant);
      console.log(`${noticed === "nobody" ? "SURVIVED" : `killed ${noticed}`}  ${mutant.file}: ${mutant.name}`);
      if (noticed === "nobody") survivors.push(mutant);
    }
  }
  try {
    await workspaces[0]?.requireGreen();
    await Promise.all(workspaces.map(work));
    return survivors;
  } finally {
    await Promise.all(workspaces.map((workspace) => workspace.remove()));
  }
}

try {
  await run();
} catch (error) {
  reportFailure("mutants", error);
}
