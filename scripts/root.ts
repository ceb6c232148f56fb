import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, "..");

/** The path of a command that an installed package brings: started straight, since `npx` leaves its child behind. */
export function bin(name: string): string {
  return join(ROOT, "node_modules/.bin", name);
}

/** Tells Node how to find modules sooner, for a process that loads many. */
export const SOONER = `--import=${pathToFileURL(join(ROOT, "indexer/neighbours.ts")).href}`;
