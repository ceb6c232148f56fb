import { setTimeout as sleep } from "node:timers/promises";
import { startStack } from "../stack.ts";

/*
 * Starts everything as `npm run dev` does, ends it, and prints when each part was reached, in milliseconds since this process
 * began, as one JSON object on the last line.
 * usage: start-once.ts NAME_OF_THE_DATA MILLISECONDS_TO_LINGER
 */
const [databaseName = "", lingerMs = "0"] = process.argv.slice(2);
const reached: Record<string, number> = {};
const stack = await startStack({
  databaseName,
  durable: true,
  web: "development",
  demo: true,
  log: () => undefined,
  mark: (part) => {
    reached[part] = Math.round(performance.now());
  },
});
await sleep(Number(lingerMs));
await stack.stop();
console.log(JSON.stringify(reached));
