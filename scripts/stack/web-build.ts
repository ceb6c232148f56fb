import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import type { Family } from "../processes/family.ts";
import { bin, ROOT } from "../root.ts";
import { hashSources } from "./source-hash.ts";

/** Beside development's, so that a test's server does not disturb a person's. */
const DIST_DIR = ".next-production";

/** Everything a page may be made of. */
const SOURCES = ["web", "domain", "indexer"];

/**
 * Builds the pages for production, unless that was done with the same sources.
 * @returns the build's folder, as Next names it
 * @throws Failure when they do not compile
 */
export async function buildWeb(family: Family, env: Record<string, string>): Promise<string> {
  const stamp = join(ROOT, "web", DIST_DIR, "source-hash");
  const hash = await hashSources(SOURCES);
  if ((await readFile(stamp, "utf8").catch(() => "")) === hash) return DIST_DIR;
  const built = await family.run("build", bin("next"), ["build"], {
    cwd: join(ROOT, "web"),
    env: childEnv({ ...env, NEXT_DIST_DIR: DIST_DIR, NODE_ENV: "production" }),
  });
  if (built !== 0) throw new Failure('The pages cannot be built: the lines of "build" above say why.');
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return DIST_DIR;
}
