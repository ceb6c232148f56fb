import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

/** The Ponder whose sync store ours stands in for. */
const KNOWN_PONDER = "0.17.7";

const PONDERS = "/ponder/dist/esm/sync-store/index.js";
const OURS = new URL("./sync-store.ts", import.meta.url).href;

/** Puts {@link OURS} in the place of Ponder's sync store. @throws where Ponder is another one than it was written for */
export function writeBlocksAtOnce(ponder = installedPonder()): void {
  if (ponder !== KNOWN_PONDER)
    throw new Error(
      `indexer/sync-store.ts stands in for a part of Ponder ${KNOWN_PONDER}, and Ponder ${ponder} is installed: ` +
        "compare the two, and say in indexer/write-at-once.ts that it is known.",
    );
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      const isPonders = found.url.endsWith(PONDERS) && context.parentURL !== OURS;
      return isPonders ? { url: OURS, shortCircuit: true } : found;
    },
  });
}

function installedPonder(): string {
  const about = new URL("../../package.json", import.meta.resolve("ponder"));
  return (JSON.parse(readFileSync(about, "utf8")) as { version: string }).version;
}
