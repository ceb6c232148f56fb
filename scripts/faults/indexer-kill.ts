import { setTimeout as sleep } from "node:timers/promises";
import { untilLive } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import type { Counts } from "../test-parts/part.ts";
import { killWriter } from "../trial/strikes.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 20;
const READY_MS = 10_000;

/** kill -9 of the process that writes the index, at random moments, of its start as well. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return underTraffic({ name: "indexer-kill", rounds: short ? 2 : ROUNDS, verbose }, async ({ ground, random }) => {
    await sleep(random.between(0, 4_000));
    await killWriter(ground);
    // A start takes some seconds: every other one is struck, too.
    const isStruckAgain = random.between(0, 1) === 0;
    if (isStruckAgain) {
      await sleep(random.between(500, 5_000));
      await killWriter(ground);
    }
    const struck = performance.now();
    await untilLive(ground, READY_MS * 2);
    const readyMs = Math.round(performance.now() - struck);
    return {
      what: `killed${isStruckAgain ? " twice" : ""}, ready after ${(readyMs / 1_000).toFixed(1)} s`,
      wrong: readyMs <= READY_MS ? [] : [`ready only after ${readyMs} ms`],
    };
  });
}
