import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { ROOT } from "../root.ts";

/** What Ponder, Next, Ignition and the compiler themselves write beside the sources. */
const WRITTEN = /^(ponder-env\.d\.ts|next-env\.d\.ts|\.ponder|\.next.*|deployments|.*\.tsbuildinfo)$/;

/**
 * A short fingerprint of the given files of the repository, and of every file of the given folders: a changed rule is another index.
 * @returns ten hexadecimal digits
 */
export async function hashSources(places: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const path of await listFiles(join(ROOT, place))) {
      hash
        .update(`${relative(ROOT, path)}\0`)
        .update(await readFile(path))
        .update("\0");
    }
  }
  return hash.digest("hex").slice(0, 10);
}

async function listFiles(folder: string): Promise<string[]> {
  if (!(await stat(folder)).isDirectory()) return [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  const kept = entries.filter(({ name }) => !WRITTEN.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths = kept.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : Promise.resolve([path]);
  });
  return (await Promise.all(paths)).flat();
}
