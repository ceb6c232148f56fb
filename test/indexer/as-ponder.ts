import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ROOT } from "#scripts/root.ts";

/**
 * Runs lines in a Node that is started as Ponder's.
 * @param preload what Node imports before them
 * @returns the JSON they print
 */
export async function asPonder(
  lines: string,
  env: Record<string, string> = {},
  preload = `import ${JSON.stringify(pathToFileURL(join(ROOT, "indexer/preload.ts")).href)}`,
): Promise<unknown> {
  const args = ["--input-type=module", `--import=data:text/javascript,${encodeURIComponent(preload)}`, "--eval", lines];
  const options = { cwd: ROOT, env: { ...process.env, DATABASE_URL: "postgres://127.0.0.1/none", ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout);
}

/** @returns where a module of Ponder's is, by its path below the others */
export const ponders = (path: string) => new URL(path, import.meta.resolve("ponder")).href;
