import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../root.ts";
import { run } from "./gas.ts";

/**
 * Keeps what the main paths cost under review: `node scripts/bench/gas-snapshot.ts` writes contracts/gas.json,
 * `--check` fails where today's figures are others.
 */
const FILE = join(ROOT, "contracts/gas.json");

const measured = `${JSON.stringify(await run(), null, 2)}\n`;
if (process.argv.includes("--check")) {
  const kept = await readFile(FILE, "utf8");
  if (kept !== measured) {
    console.error(`Gas has changed. Look at the difference, then write it down by: npm run generate\n${measured}`);
    process.exitCode = 1;
  }
} else {
  await writeFile(FILE, measured);
}
