import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Failure, reportFailure } from "../failure.ts";

interface Bench {
  run: () => Promise<Record<string, number>>;
}

/** The benches are the files beside this one that bear a bench's name; what they share has a name with a dash. */
async function benchNames(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files.flatMap((file) => /^([a-z]+)\.ts$/.exec(file)?.[1] ?? []).filter((name) => name !== "main");
}

/** `npm run bench -- NAME [--json]`: a table for people, or one JSON object on the last line. */
async function bench(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [name = ""] = positionals;
  const names = await benchNames();
  if (!names.includes(name)) throw new Failure(`Name a bench: ${names.join(", ")}.`);
  const { run } = (await import(join(import.meta.dirname, `${name}.ts`))) as Bench;
  const figures = await run();
  if (values.json) console.log(JSON.stringify(figures));
  else console.table(figures);
}

try {
  await bench();
} catch (error) {
  reportFailure("bench", error);
}
// A bench may leave connections behind; its figures are told.
process.exit();
