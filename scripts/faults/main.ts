import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Failure, reportFailure } from "../failure.ts";
import { runParts, type Part } from "../test-parts/part.ts";

interface Fault {
  /** Brings the fault about and tells what held. */
  run(options: FaultOptions): ReturnType<Part["run"]>;
}

export interface FaultOptions {
  /** A short pass: each thing once. */
  short: boolean;
  /** Shows what the processes under trial print. */
  verbose: boolean;
}

/** The faults are the files beside this one. */
async function faultNames(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files.map((file) => file.replace(/\.ts$/, "")).filter((name) => name !== "main");
}

/** `npm run faults -- NAME|all [--short] [--verbose]` */
async function bringAbout(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { short: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
  });
  const [name = ""] = positionals;
  const names = await faultNames();
  if (name !== "all" && !names.includes(name)) throw new Failure(`Name a fault: ${names.join(", ")}, or all.`);
  const parts = (name === "all" ? names : [name]).map((chosen) => {
    const run = async () => ((await import(join(import.meta.dirname, `${chosen}.ts`))) as Fault).run(values);
    return { name: chosen, run };
  });
  if (!(await runParts(parts))) process.exitCode = 1;
}

try {
  await bringAbout();
} catch (error) {
  reportFailure("faults", error);
}
