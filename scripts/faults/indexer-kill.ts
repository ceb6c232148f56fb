import { setTimeout as sleep } from "node:timers/promises";
import { untilLive, readStatus } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import type { Counts } from "../test-parts/part.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 20;
const READY_MS = 10_000;

/** kill -9 of the process that writes the index, at random moments, of its start as well. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return underTraffic({ name: "indexer-kill", rounds: short ? 2 : ROUNDS, verbose }, async ({ ground, random }) => {
    // A start takes some three seconds: every other strike hits one that is about to index.
    await sleep(random.between(0, 4_000));
    const { ponderPid } = await readStatus(ground.databaseUrl);
    process.kill(ponderPid, "SIGKILL");
    const struck = performance.now();
    await untilLive(ground, READY_MS * 2);
    const readyMs = performance.now() - struck;
    return {
      what: `killed, ready after ${(readyMs / 1_000).toFixed(1)} s`,
      wrong: readyMs <= READY_MS ? [] : [`ready only after ${readyMs} ms`],
    };
  });
}
