import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "#scripts/root.ts";
import { startStack } from "#scripts/stack.ts";
import { announcedPlace, announcePlace } from "./place.ts";

const LOG = join(ROOT, "test-results/browser-stack.log");

/**
 * Brings up one stack for the whole run: pages built as they are served to people, a chain, a database and the demo
 * community of its own. What its parts write goes to a file. A stack that runs already, named by whoever calls, is used.
 * @returns ends what was started
 */
export default async function startStackForTests(): Promise<(() => Promise<void>) | undefined> {
  if (announcedPlace()) return undefined;
  await mkdir(join(ROOT, "test-results"), { recursive: true });
  const log = createWriteStream(LOG);
  const stack = await startStack({
    databaseName: "browser-tests",
    durable: false,
    web: "production",
    demo: true,
    log: (name, line) => void log.write(`${name.padEnd(8)} ${line}\n`),
    mark: (part, ms) => console.log(`stack: ${part} after ${(ms / 1000).toFixed(1)} s`),
  });
  const { origin, rpcUrl, databaseUrl, mailboxUrl } = stack;
  announcePlace({ origin, rpcUrl, databaseUrl, mailboxUrl });
  return async () => {
    await stack.stop();
    log.end();
  };
}
