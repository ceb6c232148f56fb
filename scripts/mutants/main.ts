import { parseArgs } from "node:util";
import { Failure, reportFailure } from "../failure.ts";
import { MUTANTS } from "./mutants.ts";
import type { Mutant } from "./mutant.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Below this share of killed mutants the tests are not good enough. */
const LEAST_KILLED = 0.9;

/** How many are tried at the same time. */
const WORKSPACES = 2;

/** `npm run test:mutants [-- WORDS…]`: breaks rule after rule, those whose name or file says any of WORDS, and counts who notices. */
async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const isMeant = ({ name, file }: Mutant) => positionals.some((words) => `${file} ${name}`.includes(words));
  const chosen = positionals.length === 0 ? MUTANTS : MUTANTS.filter(isMeant);
  if (chosen.length === 0) throw new Failure(`No mutant is called anything like "${positionals.join('" or "')}".`);
  const { survivors, untried } = await tryAll(chosen);
  const killed = chosen.length - survivors.length - untried.length;
  for (const { file, name, survives } of survivors)
    console.log(`survived: ${file}: ${name}${survives ? ` (${survives})` : ""}`);
  for (const trouble of untried) console.log(`not tried: ${trouble}`);
  console.log(`${killed} killed, ${survivors.length} survived${untried.length ? `, ${untried.length} not tried` : ""}`);
  if (killed < chosen.length * LEAST_KILLED) process.exitCode = 1;
}

/** @returns those that nobody noticed, and why others could not be tried: one of them does not end the rest */
async function tryAll(mutants: readonly Mutant[]): Promise<{ survivors: Mutant[]; untried: string[] }> {
  const workspaces = await Promise.all(Array.from({ length: Math.min(WORKSPACES, mutants.length) }, createWorkspace));
  const survivors: Mutant[] = [];
  const untried: string[] = [];
  const waiting = mutants.values();
  async function work(workspace: Workspace): Promise<void> {
    for (const mutant of waiting) {
      const noticed = await workspace.tryOut(mutant).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        untried.push(error.message);
        return "not tried" as const;
      });
      if (noticed === "not tried") continue;
      console.log(`${noticed === "nobody" ? "SURVIVED" : `killed ${noticed}`}  ${mutant.file}: ${mutant.name}`);
      if (noticed === "nobody") survivors.push(mutant);
    }
  }
  try {
    await workspaces[0]?.requireGreen();
    await Promise.all(workspaces.map(work));
    return { survivors, untried };
  } finally {
    await Promise.all(workspaces.map((workspace) => workspace.remove()));
  }
}

try {
  await run();
} catch (error) {
  reportFailure("mutants", error);
}
